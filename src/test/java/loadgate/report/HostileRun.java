package loadgate.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.Unit;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLogWriter;

/**
 * A run of one request of 100 ms that is named and fails so as to break every format, of a load
 * generator that was too busy, with a gate of each outcome.
 */
final class HostileRun {

  static final String NAME = "=cmd|' /C calc'!A0 </script><img src=x> @all\u001b[31m\r\nred";
  static final String ERROR = "a, \"b\"\nc | <i> \ud800 ]]>";

  private static final List<String> SATURATED = List.of("Injector", "Saturated (%)");

  private HostileRun() {}

  static RunResult in(Path folder) throws IOException {
    Path log = folder.resolve("simulation.log");
    try (RunLogWriter writer = RunLogWriter.create(log)) {
      writer.header(
          new RunHeader(
              "3.15.1",
              "Hostile",
              Instant.parse("2026-01-02T03:04:05Z"),
              "",
              List.of(),
              List.of()));
      writer.request(GroupPath.NONE, NAME, 0, 100, false, ERROR);
      writer.group(GroupPath.of(SATURATED), 100, 100, 55, true);
    }
    List<Gate> gates =
        Stream.of(
                gate("p95", limit(100), Optional.empty(), NAME),
                gate("p50", limit(200), limit(90), NAME),
                gate("max", limit(101), Optional.empty(), NAME),
                gate("mean", limit(100), Optional.empty(), "Nobody"),
                gate(
                    "injector",
                    Measure.ofValues("saturated", "max", Unit.PERCENT),
                    limit(20),
                    Optional.empty(),
                    SATURATED))
            .toList();
    return RunResult.read(
        log, Optional.of(new Gates(gates, List.of(), List.of(), false, "")), Indicators.defaults());
  }

  private static Optional<Limit> limit(double value) {
    return Optional.of(Limit.exclusive(Direction.BELOW, value));
  }

  private static Gate gate(
      String measure, Optional<Limit> fail, Optional<Limit> warn, String path) {
    return gate(path, Measure.of(measure), fail, warn, List.of(path));
  }

  private static Gate gate(
      String userType,
      Measure measure,
      Optional<Limit> fail,
      Optional<Limit> warn,
      List<String> path) {
    return new Gate(
        new GateLimits(Optional.of(userType), Optional.empty(), measure, fail, warn, 1, "here"),
        path);
  }
}
