package proof.ownapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proof.FinishedRun;
import proof.SelfSigned;
import proof.ownapi.ShopApi.Fault;

/** A project of another team, with its own API, one dependency and ten lines of settings. */
class OwnApiIT {

  private static MavenProject project;
  private static String greenUrl;
  private static FinishedRun green;

  /** Maven compiles the project and runs it against the healthy API. */
  @BeforeAll
  static void runWithMaven(@TempDir Path folder) throws Exception {
    project = MavenProject.in(folder, "orders").with("own-api");
    try (ShopApi api = new ShopApi(Fault.NONE)) {
      Map<String, String> properties = properties(api, Map.of());
      properties.put("gatling.simulationClass", "orders.OrdersSimulation");
      greenUrl = api.url();
      green = project.test(properties);
    }
  }

  /** Limits that a slow machine passes; the rest is as the project's file says. */
  private static Map<String, String> properties(ShopApi api, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>(more);
    properties.put("baseUrl", api.url());
    properties.put("duration", "8s");
    properties.put("loadgate.user-types.order-clerk.think-time", "400ms");
    properties.put("loadgate.gates.order-clerk.p95", "2s");
    properties.put("loadgate.gates.order-clerk.cache-hit-rate", "85%");
    properties.put(
        "loadgate.gates.order-clerk.details",
        "{ \"Orders - Open\" { p95 = 2s }, \"*n\" { p95 = 2s } }");
    properties.put("loadgate.gates.injector.saturated.max", "<= 1000%");
    return properties;
  }

  private static FinishedRun run(ShopApi api, Map<String, String> more) throws Exception {
    return project.simulate("orders.OrdersSimulation", properties(api, more));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SLOW                   | order-clerk p95, order-clerk / Orders - Open p95, order-clerk / *n p95
          FAILING                | all requests failure-rate, order-clerk failure-rate
          ONE_OF_FOUR_LOCKED_OUT | order-clerk users-started
          NO_CACHE_HEADER        | order-clerk cache-hit-rate
          """)
  void shouldBeRedForItsReason(Fault fault, String gates) throws Exception {
    try (ShopApi api = new ShopApi(fault)) {
      FinishedRun run = run(api, Map.of());

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.failed()).as(run.console()).contains(gates.split(", "));
    }
  }

  @Test
  void shouldBeGreenWhenTheApiIsHealthy() {
    assertThat(green.exitCode()).as(green.console()).isZero();
    long opened = green.gate("order-clerk / Orders - Open p95").samples();
    assertThat(opened).isGreaterThan(20);
    // Every one of them logs in as well.
    assertThat(green.gate("order-clerk / *n p95").samples()).isEqualTo(opened + 4);
    assertThat(green.console())
        .contains("verdict of the run: pass")
        .contains("GET " + greenUrl + "/ was answered 404")
        .doesNotContain("DEBUG");
  }

  /** The journey of docs/your-own-api.md, as it stands there. */
  @Test
  void shouldBeGreenAsThePageShowsIt() throws Exception {
    String page = Files.readString(Path.of("docs/your-own-api.md"));
    for (String shown : List.of("BuyerUser", "BuyerSimulation")) {
      String code =
          Files.readString(
              Path.of("src/test/resources/own-api/src/test/java/orders", shown + ".java"));
      assertThat(page).contains(code.substring(code.indexOf("public final class")));
    }
    try (ShopApi api = new ShopApi(Fault.NONE)) {
      FinishedRun run =
          project.simulate(
              "orders.BuyerSimulation",
              properties(
                  api,
                  Map.of(
                      "loadgate.gates.buyer.order-found-rate",
                      "99%",
                      "loadgate.user-types.buyer.think-time",
                      "200ms")));

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(run.gate("buyer order-found-rate").value()).isEqualTo(100);
    }
  }

  private static ShopApi untrusted(Path folder) throws Exception {
    return ShopApi.withCertificate(SelfSigned.context(SelfSigned.keys(folder, "ip:127.0.0.1")));
  }

  @Test
  void shouldSendNoLoadToAServerWhoseCertificateNobodyHasSigned(@TempDir Path folder)
      throws Exception {
    try (ShopApi api = untrusted(folder)) {
      FinishedRun run = run(api, Map.of());

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.console()).contains("has a certificate that is not trusted");
      assertThat(run.results()).isEmptyDirectory();
    }
  }

  @Test
  void shouldFailEveryRequestToAServerWhoseCertificateNobodyHasSigned(@TempDir Path folder)
      throws Exception {
    try (ShopApi api = untrusted(folder)) {
      FinishedRun run = run(api, Map.of("preflight", "false"));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.gate("all requests failure-rate").value()).isEqualTo(100);
    }
  }
}
