package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import loadgate.gates.Gates;
import loadgate.gates.MeasuredUserType;
import loadgate.gates.MeasuredUserType.MeasuredMetric;
import loadgate.gates.RegressionLimits;
import loadgate.load.LoadPlan;
import loadgate.metrics.UserTypeMetrics;
import loadgate.model.ThinkTime;
import loadgate.settings.KnownNames;
import loadgate.settings.Settings;
import org.junit.jupiter.api.Test;

class StartupBannerTest {

  private static final List<MeasuredMetric> OF_ALL =
      UserTypeMetrics.ALL.stream()
          .map(metric -> new MeasuredMetric(metric.name(), metric.title(), metric.unit()))
          .toList();

  private static final Map<String, MeasuredUserType> TYPES =
      Map.of(
          "health", new MeasuredUserType("health", "Health", OF_ALL),
          "auth-flow", new MeasuredUserType("auth-flow", "Auth Flow", OF_ALL));

  private static final String CONF =
      """
      loadgate {
        target {
          base-url = ""
          allowed-hosts = [localhost]
          trust-any-certificate = false
          cache-header = X-Cache
        }
        profile = steady
        preflight = true
        leave-timeout = 30s
        profiles {
          steady { users = 8, spawn-rate = 2/s, duration = 1m, weights { health = 3, auth-flow = 1 } }
          single { users = 1, spawn-rate = 2/s, duration = 1m, weights { health = 3, auth-flow = 1 } }
          waves {
            stages = [
              { target = 4, duration = 20s }
              { target = 4, duration = 30s }
              { target = 0, duration = 2500ms, spawn-rate = 2/s }
            ]
            weights { health = 1 }
          }
          arrivals {
            model = open
            stages = [{ target = 5/s, duration = 15s }, { target = 5/s, duration = 45s }]
            weights { health = 3, auth-flow = 1 }
          }
        }
        gates {
          global { failure-rate = 1% }
          health { p95 { warn = 80ms, fail = 100ms } }
          auth-flow { mean { warn = 300ms }, p95 = 500ms }
        }
        backend { main-class = backend.BackendMain, start-timeout = 30s }
      }
      gatling.http.requestTimeout = 10000
      """;

  @Test
  void shouldSayWhatIsAboutToRun() {
    assertThat(text(Map.of()))
        .isEqualTo(
            """

            loadgate StartupBannerTest
              target    http://localhost:41234 (reference backend, as no base URL is given)
              resources process 4711
              profile   steady, closed, 0 to 8 in 4 s, 8 for 56 s, in all 60 s
              users     health 6, auth-flow 2
              ceiling   4/s requests, as users pause
              gates     all requests failure-rate                < 1 %
                        all requests longest-stall               < 5000 ms
                        each user type each failure-rate         < 5 %
                        each user type failure-rate              < 5 %
                        each user type longest-stall             < 5000 ms
                        health p95                               < 100 ms (warn < 80 ms)
                        each user type unsent                    <= 0
                        each user type users-finished            >= 100 %
                        each user type users-started             >= 100 %
                        auth-flow mean                           (warn < 300 ms)
                        auth-flow p95                            < 500 ms
                        injector saturated max                   <= 20 %
                        injector stalled max                     <= 5 %
              compared  no baseline: 2 of 5 comparable runs
            """);
  }

  @Test
  void shouldSayWhichUsersAreThoseOfOneInjector() {
    // Users 0 to 5 are of health, 6 and 7 of auth-flow; injector 0 has one of each type.
    assertThat(text(Map.of("injector", "0/5", "baseUrl", "http://localhost:41234")))
        .contains("  users     health 6, auth-flow 2\n")
        .contains("  injector  0/5, counted from 0, with health 2, auth-flow 1\n")
        .contains("  WARNING   without -Dbarrier or -DstartAt injectors do not start together\n");
    assertThat(text(Map.of("injector", "1/5", "baseUrl", "http://localhost:41234", "barrier", "b")))
        .contains("  injector  1/5, counted from 0, with health 1\n")
        .doesNotContain("WARNING");
  }

  @Test
  void shouldSayWhichGatesWillHaveTooFewSamples() {
    // 3 of 4 users for 9.5 s, with a pause of 2 s.
    assertThat(text(Map.of("users", "4", "spawnRate", "4", "duration", "10s")))
        .contains(
            "  too short all requests failure-rate: about 19 of 20 samples in 10 s; 20 s would"
                + " do\n",
            "            auth-flow p95: about 5 of 20 samples in 10 s; 50 s would do\n")
        .doesNotContain("unsent: about");
  }

  @Test
  void shouldNameTheGatesThatAreOffWithTheirReason() {
    assertThat(
            text(
                Map.of("loadgate.gates.health.unsent", "off: ids come from a queue that runs dry")))
        .contains("  off       health unsent: ids come from a queue that runs dry\n");
  }

  @Test
  void shouldNameTheTargetThatIsGiven() {
    assertThat(text(Map.of("baseUrl", "http://localhost:41234")))
        .contains("  target    http://localhost:41234\n");
  }

  @Test
  void shouldSayHowTheLoadFalls() {
    assertThat(text(Map.of("profile", "waves")))
        .contains(
            "  profile   waves, closed, 0 to 4 in 20 s, 4 for 30 s, 4 to 0 in 2 s, 0 for 0.5 s,"
                + " in all 52.5 s\n");
  }

  @Test
  void shouldGiveArrivalsPerSecond() {
    assertThat(text(Map.of("profile", "arrivals")))
        .contains(
            """
              profile   arrivals, open, 0/s to 5/s in 15 s, 5/s for 45 s, in all 60 s
              users     health 3.75/s, auth-flow 1.25/s
              overrides -Dprofile=arrivals
              ceiling   4/s requests, as users pause
            """);
  }

  @Test
  void shouldNameWhoIsLeftOutWithItsGates() {
    assertThat(text(Map.of("profile", "single")))
        .contains(
            "  left out  auth-flow (no users) with its gates: each failure-rate, failure-rate,"
                + " longest-stall, mean, p95, unsent, users-finished, users-started\n")
        .doesNotContain("auth-flow p95");
  }

  @Test
  void shouldNameEachGateWhenThereIsOneUserType() {
    assertThat(text(Map.of("profile", "single")))
        .contains("injector saturated max ", "health unsent ")
        .doesNotContain("each user type");
  }

  @Test
  void shouldWarnWhenNothingIsVerified() {
    assertThat(text(Map.of("loadgate.target.trust-any-certificate", "true")))
        .endsWith("  WARNING   certificates and host names are not verified\n");
  }

  private static final MaxThroughput.Pace PACE =
      new MaxThroughput.Pace(
          OptionalInt.empty(),
          ThinkTime.between(Duration.ofSeconds(1), Duration.ofSeconds(3)),
          false);
  private static final Map<String, MaxThroughput.Pace> PACES =
      Map.of("health", PACE, "auth-flow", PACE);

  private String text(Map<String, String> system) {
    Properties properties = new Properties();
    properties.putAll(system);
    Settings settings =
        Settings.load(
            ConfigFactory.parseString(CONF),
            Map.of(),
            properties,
            new KnownNames(Set.of("health", "auth-flow"), Set.of()),
            "");
    List<String> simulated = List.of("health", "auth-flow");
    LoadPlan plan = LoadPlan.of(settings.profile(), simulated);
    Gates gates =
        Gates.of(
            settings.gates(),
            RegressionLimits.none("no baseline: 2 of 5 comparable runs"),
            simulated,
            simulated.stream().map(TYPES::get).toList(),
            plan.userTypes(),
            false);
    return new StartupBanner(
            getClass(),
            settings,
            Optional.of(URI.create("http://localhost:41234")),
            plan,
            new MaxThroughput(Map.of("health", 4.0)),
            new SampleForecast(plan, PACES),
            "process 4711",
            gates)
        .text();
  }
}
