package proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulations.AuthFlowSimulation;
import simulations.HealthSimulation;

/** Certificates and host names are verified together, by one setting, or not at all. */
class CertificateIT {

  private static final String OTHER_HOST = "dns:test.invalid";
  private static final String THIS_HOST = "ip:127.0.0.1";

  private static final byte[] HEALTHY =
      "{\"message\":\"pong\",\"version\":\"1\",\"status\":\"healthy\",\"docs\":\"swagger\"}"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private HttpsServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, HEALTHY.length);
          exchange.getResponseBody().write(HEALTHY);
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Lets the server answer with a new certificate, which no usual authority has signed. */
  private void serveAs(String host) throws Exception {
    KeyStore store = SelfSigned.keys(folder, host);
    server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context(store)));
    server.start();
    trustOnly(store.getCertificate(SelfSigned.ALIAS));
  }

  private void trustOnly(Certificate certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(SelfSigned.ALIAS, certificate);
    try (OutputStream out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
      trusted.store(out, SelfSigned.PASSWORD.toCharArray());
    }
  }

  private SimulationRun run(Class<?> simulation) {
    return SimulationRun.of(simulation)
        .with("baseUrl", "https://127.0.0.1:" + server.getAddress().getPort())
        .load(4, 4)
        .patient();
  }

  /** A run whose machine trusts the server's certificate. */
  private SimulationRun trusting(Class<?> simulation) {
    // Java reads them once in a process.
    return run(simulation)
        .inOwnProcess()
        .with("javax.net.ssl.trustStore", folder.resolve("trusted.p12"))
        .with("javax.net.ssl.trustStorePassword", SelfSigned.PASSWORD);
  }

  @Test
  void shouldRefuseAnUntrustedCertificate() throws Exception {
    serveAs(THIS_HOST);

    assertRefused(run(HealthSimulation.class).finish());
  }

  @Test
  void shouldRefuseATrustedCertificateOfAnotherHost() throws Exception {
    serveAs(OTHER_HOST);

    assertRefused(trusting(HealthSimulation.class).finish());
  }

  @Test
  void shouldAcceptATrustedCertificateOfThisHost() throws Exception {
    serveAs(THIS_HOST);

    FinishedRun run = trusting(HealthSimulation.class).finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.console()).doesNotContain("are not verified");
  }

  @Test
  void shouldFailEveryRequestWhenTheCertificateIsNotTrusted() throws Exception {
    serveAs(THIS_HOST);

    assertAllFailed(run(AuthFlowSimulation.class).with("preflight", "false").finish());
  }

  @Test
  void shouldFailEveryRequestWhenTheCertificateIsOfAnotherHost() throws Exception {
    serveAs(OTHER_HOST);

    assertAllFailed(trusting(AuthFlowSimulation.class).with("preflight", "false").finish());
  }

  @Test
  void shouldAcceptAnyCertificateOfAnyHostAndSaySoWhenToldTo() throws Exception {
    serveAs(OTHER_HOST);

    FinishedRun run =
        run(HealthSimulation.class).with("loadgate.target.trust-any-certificate", true).finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.console()).contains("WARNING   certificates and host names are not verified");
  }

  private static void assertRefused(FinishedRun run) {
    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals()).hasSize(1);
    assertThat(run.refusals().get(0)).contains("has a certificate that is not trusted");
  }

  private static void assertAllFailed(FinishedRun run) {
    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.gate("all requests failure-rate").value()).isEqualTo(100);
  }
}
