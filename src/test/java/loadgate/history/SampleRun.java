package loadgate.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import loadgate.gates.Verdict;
import loadgate.model.Direction;
import loadgate.model.Unit;
import loadgate.settings.RegressionSettings;
import loadgate.settings.RegressionSettings.Tolerance;

/** Entries for tests, with one thing of each kind. */
record SampleRun(String simulation, String profile, Instant time, Verdict verdict) {

  static final RequestFigures REQUESTS = new RequestFigures(1200, 0.25, 20, 41.5, 38, 97, 140, 312);

  /** As the settings have them by default. */
  static final RegressionSettings REGRESSION =
      new RegressionSettings(
          true,
          0.99,
          5,
          50,
          Map.of(
              "p50", new Tolerance(0.1, 5),
              "p95", new Tolerance(0.1, 5),
              "p99", new Tolerance(0.1, 5),
              "typical-time", new Tolerance(0.1, 5),
              "failure-rate", new Tolerance(0.1, 1),
              "throughput", new Tolerance(0.1, 1),
              "hit-rate", new Tolerance(0.1, 5)));

  static SampleRun health() {
    return new SampleRun(
        "simulations.HealthSimulation",
        "light",
        Instant.parse("2026-11-20T08:15:30.250Z"),
        Verdict.PASS);
  }

  SampleRun startedAt(Instant start) {
    return new SampleRun(simulation, profile, start, verdict);
  }

  HistoryEntry with(GateFigures... gates) {
    return with(folder(), gates);
  }

  HistoryEntry with(String folder, GateFigures... gates) {
    return new HistoryEntry(
        1,
        time,
        simulation,
        profile,
        "http://localhost:8000",
        "7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730",
        Optional.of("44628e8d1f0aa1b2c3d4e5f60718293a4b5c6d7e"),
        new Machine(2, 25_276_514_304L, "Linux 6.1.0 amd64", "17.0.15"),
        verdict,
        List.of(gates),
        REQUESTS,
        Map.of("Health", REQUESTS),
        folder,
        OptionalInt.empty());
  }

  /** As Gatling names it. */
  String folder() {
    String name = simulation.substring(simulation.lastIndexOf('.') + 1);
    return name.toLowerCase(java.util.Locale.ROOT)
        + "-"
        + time.toString().replaceAll("\\D", "").substring(0, 14)
        + "000";
  }

  /** The gate {@code health p95 < 100 ms}. */
  static GateFigures p95(double actual) {
    return new GateFigures(
        "health p95",
        List.of("Health"),
        "p95",
        Unit.MILLISECONDS,
        Direction.BELOW,
        OptionalDouble.of(100),
        OptionalDouble.empty(),
        OptionalDouble.of(actual),
        1200,
        actual < 100 ? Verdict.PASS : Verdict.FAIL);
  }
}
