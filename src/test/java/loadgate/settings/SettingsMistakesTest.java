package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import loadgate.model.Measure;
import loadgate.model.SettingsException;
import loadgate.model.StageMeasure;
import loadgate.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake is one line that names the place, the problem and what is allowed. */
class SettingsMistakesTest {

  @TempDir Path folder;

  @Test
  void shouldRefuseARunWithoutALog() {
    Config file = ConfigFactory.parseString("gatling.data.writers = [console]");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> new SettingsSource(file, Map.of(), new Properties()))
        .withMessage(
            "gatling.data.writers: [console] leaves out the run log, which loadgate reads; it has"
                + " to contain file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          profile = light      | profile = nightly      | 9: loadgate.profile: unknown profile "nightly"; allowed: arrivals, light, waves
          report {             | reports {              | 12: loadgate.reports: unknown key; allowed here: backend, default-profiles, endurance-gates, gates, inconclusive, leave-timeout, monitor, plain-gates, preflight, profile, profiles, regression, report, simulations, target, unanswered-after, user-types; nearest is report
          formats = [locust]   | format = [locust]      | 12: loadgate.report.format: unknown key; allowed here: formats; nearest is formats
          formats = [locust]   | formats = [locust, jmeter] | 12: loadgate.report.formats: unknown format "jmeter"; allowed: gatling-3.13, locust
          preflight = true     | preflight = maybe      | 10: loadgate.preflight: must be true, false or a path of the target, such as "/healthz"
          leave-timeout = 30s  | leave-timeout = 10s    | 11: loadgate.leave-timeout: 10000 ms is not allowed; it must be longer than gatling.http.requestTimeout (10000 ms)
          leave-timeout = 30s  | leave-timeout = 30     | 11: loadgate.leave-timeout: "30" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          leave-timeout = 30s  | leave-timeout = 30 sec | 11: loadgate.leave-timeout: "30 sec" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          backend {            | profiles = 5, backend { | 39: loadgate.profiles: must be an object in { }
          backend {            | gates = 5, backend {   | 39: loadgate.gates has type NUMBER rather than OBJECT
          backend {            | endurance-gates { global { p95-drfit = 150% } }, backend { | 39: loadgate.endurance-gates.global.p95-drfit: unknown measure; allowed here: <measures>, <stage measures>, each; nearest is p95-drift
          backend {            | endurance-gates { user-types { p95-drfit = 150% } }, backend { | 39: loadgate.endurance-gates.user-types.p95-drfit: unknown measure "p95-drfit"; nearest is p95-drift
          backend {            | plain-gates { requests { Pay { p95 = 80 } } }, backend { | 39: loadgate.plain-gates.requests.Pay.p95: "80" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          backend {            | simulations.HelthSimulation.gates.global.p95 = 1s, backend { | 39: loadgate.simulations.HelthSimulation: unknown key; allowed here: CheckoutSimulation, HealthSimulation; nearest is HealthSimulation
          backend {            | simulations.CheckoutSimulation.gate.global.p95 = 1s, backend { | 39: loadgate.simulations.CheckoutSimulation.gate: unknown key; allowed here: gates, regression, user-types; nearest is gates
          backend {            | simulations.CheckoutSimulation.gates.global.p95 = 1, backend { | 39: loadgate.simulations.CheckoutSimulation.gates.global.p95: "1" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          leave-timeout = 30s  | leave-timeout = [30s]  | 11: loadgate.leave-timeout: must be a single value
          """)
  void shouldRefuseInTheWholeFile(String place, String mistake, String message) {
    refuses(place, mistake, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          users = 10           | users = -1             | 15: loadgate.profiles.light.users: "-1" is not allowed; allowed is a whole number from 1 on
          users = 10           | users = 0              | 15: loadgate.profiles.light.users: "0" is not allowed; allowed is a whole number from 1 on
          users = 10           | users = 2.5            | 15: loadgate.profiles.light.users: "2.5" is not allowed; allowed is a whole number from 1 on
          users = 10           | users = 1000001        | 15: loadgate.profiles.light.users: 1000001 users are too many; at most 1000000
          users = 10           | user = 10              | 15: loadgate.profiles.light.user: unknown key; allowed here: background, duration, endurance, gates, model, regression, spawn-rate, stages, user-types, users, weights; nearest is users
          users = 10           | stages = [{ target = 1, duration = 1s }] | 16: loadgate.profiles.light.spawn-rate: stands beside stages; allowed is one or the other
          spawn-rate = 1/s     | spawn-rate = 0         | 16: loadgate.profiles.light.spawn-rate: "0" is not allowed; allowed is a number per second above 0 such as 5/s
          spawn-rate = 1/s     | spawn-rate = 1/m       | 16: loadgate.profiles.light.spawn-rate: "1/m" is not allowed; allowed is a number per second above 0 such as 5/s
          spawn-rate = 1/s     | spawn-rate = 0.1/s     | 14: profile light: going from 0 to 10 users at 0.1/s takes 100 s, but the stage lasts 60 s; allowed are a higher spawn rate, fewer users or a longer duration
          duration = 1m        | duration = 0s          | 17: loadgate.profiles.light.duration: "0s" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          duration = 1m        | duration = -5s         | 17: loadgate.profiles.light.duration: "-5s" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          duration = 1m        | duration = 60          | 17: loadgate.profiles.light.duration: "60" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          duration = 1m        | duration = 1m, endurance = long | 17: loadgate.profiles.light.endurance: "long" is neither true nor false
          duration = 1m        | duration = 60%         | 17: loadgate.profiles.light.duration: "60%" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          health = 3,          | healthy = 3,           | 18: loadgate.profiles.light.weights.healthy: unknown key; allowed here: auth-flow, health; nearest is health
          health = 3,          | health = -3,           | 18: loadgate.profiles.light.weights.health: "-3" is not allowed; allowed is a whole number from 0 on
          health = 3, auth-flow = 1 | health = 0, auth-flow = 0 | 18: loadgate.profiles.light.weights.auth-flow: all weights are 0; at least one user type needs a weight above 0
          """)
  void shouldRefuseInTheShortFormOfAProfile(String place, String mistake, String message) {
    refuses(place, mistake, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { target = 4, duration = 20s } | { target = 4 }                       | 22: loadgate.profiles.waves.stages.duration: is missing
          { target = 4, duration = 20s } | { duration = 20s }                   | 22: loadgate.profiles.waves.stages.target: is missing
          { target = 4, duration = 20s } | { target = -4, duration = 20s }      | 22: loadgate.profiles.waves.stages.target: "-4" is not allowed; allowed is a whole number from 0 on
          { target = 4, duration = 20s } | { target = 4, duration = 20s, rate = 1 } | 22: loadgate.profiles.waves.stages.rate: unknown key; allowed here: duration, spawn-rate, target
          { target = 4, duration = 20s } | 4                                    | 22: loadgate.profiles.waves.stages: must be an object in { }
          spawn-rate = 3/s               | spawn-rate = 0.1/s                   | 20: profile waves: going from 4 to 1 users at 0.1/s takes 30 s, but the stage lasts 10 s; allowed are a higher spawn rate, fewer users or a longer duration
          stages = [{ target = 5/s, duration = 15s }] | stages = []             | 29: loadgate.profiles.arrivals.stages: is empty; at least one { target, duration } is needed
          stages = [{ target = 5/s, duration = 15s }] | stages = 5              | 29: loadgate.profiles.arrivals.stages: must be a list of objects in [ ]
          stages = [{ target = 5/s, duration = 15s }] | stages = [{ target = 0, duration = 15s }] | 29: loadgate.profiles.arrivals.stages: no stage has a target above 0
          target = 5/s, duration = 15s   | target = 5/s, duration = 15s, spawn-rate = 1/s | 29: loadgate.profiles.arrivals.stages.spawn-rate: only the closed model has a spawn rate
          target = 5/s                   | target = -5/s                        | 29: loadgate.profiles.arrivals.stages.target: "-5/s" is not allowed; allowed is a number per second above 0 such as 5/s
          model = open                   | model = half-open                    | 28: loadgate.profiles.arrivals.model: must be closed or open
          """)
  void shouldRefuseInTheStagesOfAProfile(String place, String mistake, String message) {
    refuses(place, mistake, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          failure-rate = 1%    | failure-rate = 101%    | 33: loadgate.gates.global.failure-rate: "101%" is not allowed; allowed is a percentage above 0 and up to 100 such as 1%
          failure-rate = 1%    | failure-rate = -1%     | 33: loadgate.gates.global.failure-rate: "-1%" is not allowed; allowed is a percentage above 0 and up to 100 such as 1%
          failure-rate = 1%    | failure-rate = 1       | 33: loadgate.gates.global.failure-rate: "1" is not allowed; allowed is a percentage above 0 and up to 100 such as 1%
          failure-rate = 1%    | failure-rate = 1ms     | 33: loadgate.gates.global.failure-rate: "1ms" is not allowed; allowed is a percentage above 0 and up to 100 such as 1%
          failure-rate = 1%    | failure-rates = 1%     | 33: loadgate.gates.global.failure-rates: unknown measure; allowed here: <measures>, <stage measures>, each; nearest is failure-rate
          failure-rate = 1%    | throughput = ">= 0/s"  | 33: loadgate.gates.global.throughput: ">= 0/s" is not allowed; allowed is a number per second above 0 such as 5/s
          p95 = 100ms          | p95 = 100              | 35: loadgate.gates.health.p95: "100" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          p95 = 100ms          | p95 = 1%               | 35: loadgate.gates.health.p95: "1%" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          p95 = 100ms          | p95 {}                 | 35: loadgate.gates.health.p95: needs a limit: fail, warn or both
          p95 = 100ms          | p95 { limit = 1s }     | 35: loadgate.gates.health.p95.limit: unknown key; allowed here: fail, min-samples, warn
          p95 = 100ms          | p95 { fail = 1s, min-samples = 19 } | 35: loadgate.gates.health.p95.min-samples: "19" is not allowed; allowed is a whole number from 20 on, because fewer samples have a maximum and no p95
          p95 = 100ms          | each.p50 { fail = 1s, min-samples = 1 } | 35: loadgate.gates.health.each.p50.min-samples: "1" is not allowed; allowed is a whole number from 2 on, because fewer samples have a maximum and no p50
          p95 = 100ms          | p95 = 1.5ms            | 35: loadgate.gates.health.p95: "1.5ms" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          p95 = 100ms          | p95 = "> 100ms"        | 35: loadgate.gates.health.p95: "> 100ms" is not allowed; allowed is < or <=, because lower values are better
          p95 = 100ms          | p0 = 100ms             | 35: loadgate.gates.health.p0: is no percentile; allowed are those above p0 and below p100, and max
          p95 = 100ms          | p100 = 100ms           | 35: loadgate.gates.health.p100: is no percentile; allowed are those above p0 and below p100, and max
          p95 = 100ms          | p99.9 = 100ms          | 35: loadgate.gates.health.p99: a percentile with a fraction needs quotes: "p99.9"
          p95 = 100ms          | each.p95 = 100         | 35: loadgate.gates.health.each.p95: "100" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          p95 = 100ms          | each.throughput = 1/s | 35: loadgate.gates.health.each.throughput: unknown measure; allowed here: percentiles such as p95, mean, max, failure-rate
          p95 = 100ms          | failure-rat = 1%       | 35: loadgate.gates.health.failure-rat: unknown measure "failure-rat"; nearest is failure-rate
          p95 = 100ms          | unsent = null          | 35: loadgate.gates.health.unsent: is always on; "off: the reason" takes it away
          p95 = 100ms          | unsent = "off:"        | 35: loadgate.gates.health.unsent: "off:" is not allowed; allowed is a whole number above 0 such as 20
          failure-rate = 1%    | failure-rate = null    | 33: loadgate.gates.global.failure-rate: is always on; "off: the reason" takes it away
          failure-rate = 1%    | failure-rate { warn = 1% } | 33: loadgate.gates.global.failure-rate: is always on and needs a fail limit
          failure-rate = 1%    | failure-rate = 0%      | 33: loadgate.gates.global.failure-rate: "0%" is not allowed; allowed is a percentage above 0 and up to 100 such as 1%; <= lets the limit itself pass
          p95 = 100ms          | p95 { warn = 200ms, fail = 100ms } | 35: loadgate.gates.health.p95: the fail limit is reached before the warn limit; swap them
          p95 = 100ms          | revoked-accepted = 0   | 35: loadgate.gates.health.revoked-accepted: "0" is not allowed; allowed is a whole number above 0 such as 20; <= lets the limit itself pass
          p95 = 100ms          | details.Full.hits = 1  | 35: loadgate.gates.health.details.Full.hits: unknown measure; allowed here: <measures>
          p95 = 100ms          | memory { max = 1GB, top = 1GB } | 35: loadgate.gates.health.memory.top: unknown statistic; allowed: <statistics>
          p95 = 100ms          | memory { max = 0.1MB } | 35: loadgate.gates.health.memory.max: "0.1MB" is not allowed; allowed is a size in whole MB above 0 such as 512MB or 1GB
          p95 = 100ms          | wait { mean = 5parsecs } | 35: loadgate.gates.health.wait.mean: "5parsecs" is not allowed; allowed is <units>
          p95 = 100ms          | wait { mean { warn = 200ms, fail = 100ms } } | 35: loadgate.gates.health.wait.mean: the fail limit is reached before the warn limit; swap them
          p95 = 100ms          | sold { min { fail = 20, warn = 10 } } | 35: loadgate.gates.health.sold.min: the fail limit is reached before the warn limit; swap them
          p95 = 100ms          | failure-drift = 1.5    | 35: loadgate.gates.health.failure-drift: "1.5" is not allowed; allowed is a whole percentage above 0 such as 1%
          p95 = 100ms          | steady-throughput = 2.5/s | 35: loadgate.gates.health.steady-throughput: "2.5/s" is not allowed; allowed is a whole number per second from 0 on such as 5/s
          p95 = 100ms          | details.Full.failure-drift = 150% | 35: loadgate.gates.health.details.Full.failure-drift: unknown measure; allowed here: <measures>
          cache-hit-rate = 85% | cache-hit-rate { warn = 80%, fail = 85% } | 36: loadgate.gates.health.cache-hit-rate: the fail limit is reached before the warn limit; swap them
          cache-hit-rate = 85% | cache-hit-rate { fail = 85%, min-samples = 0 } | 36: loadgate.gates.health.cache-hit-rate.min-samples: "0" is not allowed; allowed is a whole number from 1 on
          health { p95 = 300ms } | health { p95 = 300 }  | 25: loadgate.profiles.waves.gates.health.p95: "300" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          """)
  void shouldRefuseInGates(String place, String mistake, String message) {
    refuses(place, mistake, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          base-url = ""        | base-url = "localhost:8000"       | 3: loadgate.target.base-url: "localhost:8000" is not a base URL; allowed is http(s)://host[:port][/path]
          base-url = ""        | base-url = "http://"              | 3: loadgate.target.base-url: "http://" is not a base URL; allowed is http(s)://host[:port][/path]
          base-url = ""        | base-url = "ftp://localhost"      | 3: loadgate.target.base-url: "ftp://localhost" is not a base URL; allowed is http(s)://host[:port][/path]
          base-url = ""        | base-url = "http://localhost?a=b" | 3: loadgate.target.base-url: "http://localhost?a=b" is not a base URL; allowed is http(s)://host[:port][/path]
          base-url = ""        | base-url = "http://local host"    | 3: loadgate.target.base-url: "http://local host" is not a base URL; allowed is http(s)://host[:port][/path]
          base-url = ""        | base-url = "http://me:secret@localhost" | 3: loadgate.target.base-url: "http://***@localhost" is not a base URL; allowed is http(s)://host[:port][/path]
          base-url = ""        | base-url = "http://me:se cret@localhost/" | 3: loadgate.target.base-url: "http://***@localhost/" is not a base URL; allowed is http(s)://host[:port][/path]
          base-url = ""        | base-url = "http://me:se/cret@localhost" | 3: loadgate.target.base-url: "http://***@localhost" is not a base URL; allowed is http(s)://host[:port][/path]
          base-url = ""        | base-url = "me:secret@localhost:8000" | 3: loadgate.target.base-url: "***@localhost:8000" is not a base URL; allowed is http(s)://host[:port][/path]
          base-url = ""        | base-url = "https://shop.example" | 3: loadgate.target.base-url: host shop.example is not in loadgate.target.allowed-hosts (localhost, ::1), so no load goes there; if it is meant, allow it with -Dloadgate.target.allowed-hosts=shop.example
          cache-header = X-Cache | cache-header = X-Cached         | 7: loadgate.target.cache-header: must be one of X-Cache, X-Cache-Status, Cache-Status, CF-Cache-Status, Age
          trust-any-certificate = false | trust-any-certificate = maybe  | 6: loadgate.target.trust-any-certificate: "maybe" is neither true nor false
          trust-any-certificate = false | verify-host-names = true       | 6: loadgate.target.verify-host-names: unknown key; allowed here: allowed-hosts, base-url, cache-header, repeat-lost-requests, trust-any-certificate
          """)
  void shouldRefuseInTheTarget(String place, String mistake, String message) {
    refuses(place, mistake, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          users                       | -5    | -Dusers: "-5" is not allowed; allowed is a whole number from 1 on
          users                       | many  | -Dusers: "many" is not allowed; allowed is a whole number from 1 on
          users                       | 100   | -Dusers: profile light: going from 0 to 100 users at 1/s takes 100 s, but the stage lasts 60 s; allowed are a higher spawn rate, fewer users or a longer duration
          spawnRate                   | 0     | -DspawnRate: "0" is not allowed; allowed is a number per second above 0 such as 5/s
          duration                    | 60    | -Dduration: "60" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          duration                    | 5s    | -Dduration: profile light: going from 0 to 10 users at 1/s takes 10 s, but the stage lasts 5 s; allowed are a higher spawn rate, fewer users or a longer duration
          loadgate.profiles.light.background.health | 1 | -Dloadgate.profiles.light.background.health: has a weight as well; allowed is one or the other
          loadgate.profiles.light.background.nurse  | 1 | -Dloadgate.profiles.light.background.nurse: unknown key; allowed here: auth-flow, health
          loadgate.profiles.light.stages            | [{target | -Dloadgate.profiles.light.stages: begins like a list or an object and is neither
          loadgate.user-types.nurse.wards           | 1 | -Dloadgate.user-types.nurse.wards: unknown key; allowed here: auth-flow, health
          loadgate.default-profiles.Simulation      | light | -Dloadgate.default-profiles.Simulation: unknown key; allowed here: CheckoutSimulation, HealthSimulation
          loadgate.default-profiles.HealthSimulation | lihgt | -Dloadgate.default-profiles.HealthSimulation: unknown profile "lihgt"; allowed: arrivals, light, waves
          preflight                   | maybe | -Dpreflight: must be true, false or a path of the target, such as "/healthz"
          loadgate.prefligth          | true  | -Dloadgate.prefligth: unknown key; allowed here: backend, default-profiles, endurance-gates, gates, inconclusive, leave-timeout, monitor, plain-gates, preflight, profile, profiles, regression, report, simulations, target, unanswered-after, user-types; nearest is preflight
          loadgate.gates.health.p95   | 1     | -Dloadgate.gates.health.p95: "1" is not allowed; allowed is a duration in whole milliseconds above 0 such as 200ms, 30s or 5m
          loadgate.backend.prot       | 9000  | -Dloadgate.backend.prot: unknown key; allowed below loadgate.backend: faults.latency, main-class, port, start-timeout
          loadgate.backend.faults.lag | 1s    | -Dloadgate.backend.faults.lag: unknown key; allowed below loadgate.backend: faults.latency, main-class, port, start-timeout
          loadgate.backend            | 9000  | -Dloadgate.backend: loadgate.backend has type STRING rather than OBJECT
          loadgate.gates              | 1s    | -Dloadgate.gates: loadgate.gates has type STRING rather than OBJECT
          loadgate.gates.health       | 1s    | -Dloadgate.gates.health: loadgate.gates.health: must be an object in { }
          loadgate..profile           | light | -Dloadgate..profile: is not a path of settings
          """)
  void shouldRefuseAProperty(String name, String value, String message) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> SettingsFile.valid().load(folder, Map.of(), Map.of(name, value)))
        .withMessage(message);
  }

  @Test
  void shouldRefuseASpawnRateForTheOpenModel() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            () ->
                SettingsFile.valid()
                    .load(folder, Map.of(), Map.of("profile", "arrivals", "spawnRate", "2")))
        .withMessage("-DspawnRate: the open profile arrivals has none");
  }

  @Test
  void shouldNameBothOverridesThatDoNotFitTogether() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            () ->
                SettingsFile.valid()
                    .load(folder, Map.of(), Map.of("users", "20", "duration", "10s")))
        .withMessage(
            "-Dduration, -Dusers: profile light: going from 0 to 20 users at 1/s takes 20 s, but"
                + " the stage lasts 10 s; allowed are a higher spawn rate, fewer users or a longer"
                + " duration");
  }

  @Test
  void shouldRefuseAHostThatOnlyBeginsLikeAnAllowedOne() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            () ->
                SettingsFile.valid()
                    .load(folder, Map.of("TARGET_HOST", "http://localhost.example"), Map.of()))
        .withMessage(
            "TARGET_HOST: host localhost.example is not in loadgate.target.allowed-hosts"
                + " (localhost, ::1), so no load goes there; if it is meant, allow it with"
                + " -Dloadgate.target.allowed-hosts=localhost.example");
  }

  private void refuses(String place, String mistake, String message) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> SettingsFile.valid().with(place, mistake).load(folder))
        .withMessage("gatling.conf:" + withNames(message));
  }

  /** Names that grow in number with the measures and units. */
  private static String withNames(String message) {
    return message
        .replace("<measures>", Measure.namesOfRequests())
        .replace("<stage measures>", StageMeasure.names())
        .replace("<statistics>", Measure.namesOfValues())
        .replace("<units>", Unit.allowedUnits());
  }
}
