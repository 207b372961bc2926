package proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulations.AuthFlowSimulation;
import simulations.HealthSimulation;

/** A target with a self-signed certificate for another host name. */
class CertificateIT {

  private static final String PASSWORD = "changeit";
  private static final byte[] HEALTHY =
      "{\"message\":\"pong\",\"version\":\"1\",\"status\":\"healthy\",\"docs\":\"swagger\"}"
          .getBytes(StandardCharsets.UTF_8);

  private HttpsServer server;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys.p12"))));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, HEALTHY.length);
          exchange.getResponseBody().write(HEALTHY);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static SSLContext selfSigned(Path keys)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        List.of(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            "test",
            "-keyalg",
            "EC",
            "-dname",
            "CN=test.invalid",
            "-keystore",
            keys.toString(),
            "-storepass",
            PASSWORD);
    assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private SimulationRun run(Class<?> simulation) {
    return SimulationRun.of(simulation)
        .with("baseUrl", "https://127.0.0.1:" + server.getAddress().getPort())
        .load(4, 4)
        .patient();
  }

  @Test
  void shouldRefuseAnUntrustedCertificate() {
    FinishedRun run = run(HealthSimulation.class).finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals()).hasSize(1);
    assertThat(run.refusals().get(0)).contains("has a certificate that is not trusted");
  }

  @Test
  void shouldFailEveryRequestWithoutPreflight() {
    FinishedRun run = run(AuthFlowSimulation.class).with("preflight", "false").finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.gate("all requests failure-rate").value()).isEqualTo(100);
  }

  @Test
  void shouldAcceptItWithAWarningWhenToldTo() {
    FinishedRun run =
        run(HealthSimulation.class)
            .with("loadgate.target.trust-any-certificate", true)
            .with("loadgate.target.verify-host-names", false)
            .finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.console()).contains("WARNING   certificates and host names are not verified");
  }
}
