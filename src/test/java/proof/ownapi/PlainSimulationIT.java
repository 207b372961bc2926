package proof.ownapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proof.FinishedRun;
import proof.ownapi.ShopApi.Fault;

/** A plain Gatling simulation that keeps its scenario, injection and protocol, with gates. */
class PlainSimulationIT {

  private static final String SIMULATION = "orders.CheckoutSimulation";

  private static MavenProject project;
  private static FinishedRun green;

  /** Maven compiles the project and runs it against the healthy API. */
  @BeforeAll
  static void runWithMaven(@TempDir Path folder) throws Exception {
    project = MavenProject.in(folder, "checkout").with("own-api");
    try (ShopApi api = new ShopApi(Fault.NONE)) {
      Map<String, String> properties = properties(api);
      properties.put("gatling.simulationClass", SIMULATION);
      green = project.test(properties);
    }
  }

  private static Map<String, String> properties(ShopApi api) {
    Map<String, String> properties = new HashMap<>();
    // The simulation's own names, whatever user types would make of them.
    properties.put("baseUrl", api.url());
    properties.put("loadgate.target.base-url", api.url());
    properties.put("users", "many");
    properties.put("duration", "7");
    properties.put("inject", "ramp");
    properties.put("loadgate.gates.global.p95", "2s");
    properties.put(
        "loadgate.gates.requests", "{ \"Open orders\" { p95 = 2s }, \"*o*\" { p95 = 2s } }");
    properties.put(
        "loadgate.gates.groups",
        "{ Checkout { p95 = 2s }, \"Clerks / Cache hit\" { failure-rate = 15% } }");
    properties.put("loadgate.gates.injector.saturated.max", "<= 1000%");
    return properties;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SLOW                   | all requests p95, requests / *o* p95, groups / Checkout p95         | (actual 0)  pass
          FAILING                | all requests failure-rate, all requests each failure-rate           | (actual 72)  fail
          ONE_OF_FOUR_LOCKED_OUT | all requests each failure-rate                                      | (actual 3)  pass
          NO_CACHE_HEADER        | groups / Clerks / Cache hit failure-rate                            | (actual 0)  pass
          """)
  void shouldBeRedForItsReason(Fault fault, String gates, String ownAssertion) throws Exception {
    try (ShopApi api = new ShopApi(fault)) {
      FinishedRun run = project.simulate(SIMULATION, properties(api));

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.failed()).as(run.console()).contains(gates.split(", "));
      assertThat(run.console()).contains("events is less than 30.0 " + ownAssertion);
    }
  }

  /** A blank in its name, and Gatling's plugin does not hand it on: the run would be without it. */
  @Test
  void shouldRefuseAGateThatDoesNotArrive() throws Exception {
    try (ShopApi api = new ShopApi(Fault.NONE)) {
      Map<String, String> properties = properties(api);
      properties.put("gatling.simulationClass", SIMULATION);
      properties.put("loadgate.gates.requests.\"Open orders\".p95", "2s");

      FinishedRun run = project.test(properties);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.refusals())
          .containsExactly(
              "loadgate: -Dloadgate.gates.requests.\"Open orders\".p95: Gatling's plugin drops a"
                  + " property whose name has a blank; allowed is"
                  + " '-Dloadgate.gates.requests={\"Open orders\".p95=...}'");
    }
  }

  @Test
  void shouldBeGreenWhenTheApiIsHealthy() {
    assertThat(green.exitCode()).as(green.console()).isZero();
    assertThat(green.gate("requests / Open orders p95").samples()).isEqualTo(72);
    // The twelve users log in as well.
    assertThat(green.gate("requests / *o* p95").samples()).isEqualTo(84);
    assertThat(green.gate("groups / Checkout p95").samples()).isEqualTo(72);
    assertThat(green.console())
        .contains(
            "Checkout / Open orders: count of failed events is less than 30.0 (actual 0)  pass")
        .contains("verdict of the run: pass");
  }
}
