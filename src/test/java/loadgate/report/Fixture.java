package loadgate.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import loadgate.gates.GatesFromAssertions;
import loadgate.stats.RunStatistics;

/** A run that Gatling itself recorded, judged by the assertions in its log. */
enum Fixture {
  GATLING_3_13("gatling-3.13.4"),
  GATLING_3_15("gatling-3.15.1");

  private final Path folder;

  Fixture(String name) {
    folder = Path.of("src/test/resources/runlogs", name);
  }

  Path log() {
    return folder.resolve("simulation.log");
  }

  /** A file that Gatling wrote for this run. */
  String gatlings(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  RunResult run() throws IOException {
    return RunResult.read(
        log(), GatesFromAssertions.of(RunStatistics.of(log())), Indicators.defaults());
  }

  RunResult runWithoutGates() throws IOException {
    return RunResult.read(log(), Optional.empty(), Indicators.defaults());
  }
}
