package proof;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.application.ApplicationFeature;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simulations.HealthSimulation;
import simulations.MixedSimulation;

/** Jobs of three injectors under Slurm, by the script that is shipped. */
@Tag("cluster")
class SlurmIT {

  private static Path project;
  private static SlurmCluster cluster;

  /** A project as the script wants it: compiled, its libraries in a folder. */
  @BeforeAll
  static void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path slurm) throws Exception {
    cluster = SlurmCluster.startIn(slurm);
    project = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "slurm");
    Path lib = Files.createDirectories(project.resolve("target/lib"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      Path link = (Files.isDirectory(path) ? lib.getParent() : lib).resolve(path.getFileName());
      if (Files.exists(path) && !Files.exists(link)) {
        Files.createSymbolicLink(link, path);
      }
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (cluster != null) {
      cluster.close();
    }
  }

  /** A job that was submitted. */
  private record Job(String id, Process process, Path results) {

    /** Submits one of so many users and seconds. */
    static Job of(Class<?> simulation, BackendServer backend, int users, int seconds)
        throws IOException {
      SimulationRun run =
          SimulationRun.of(simulation)
              .with("baseUrl", backend.baseUrl())
              .load(users, seconds)
              .patient();
      Path results = run.results().toAbsolutePath();
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "--ntasks=" + ScheduledRun.INJECTORS,
                  "--output=" + results.resolve("console.txt"),
                  Path.of("deploy", "slurm", "loadgate.sbatch").toAbsolutePath().toString()));
      arguments.addAll(run.options());
      Process process =
          cluster.submit(
              project,
              Map.of("SIMULATION", simulation.getName(), "RESULTS", results.toString()),
              arguments);
      return new Job(process.inputReader().readLine(), process, results);
    }

    String console() throws IOException {
      Path console = results.resolve("console.txt");
      return Files.exists(console) ? Files.readString(console) : "";
    }

    boolean hasStarted() throws IOException {
      return console().lines().filter(line -> line.endsWith(" started...")).count()
          == ScheduledRun.INJECTORS;
    }

    ScheduledRun finish() throws IOException, InterruptedException {
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).as(console()).isTrue();
      // Slurm counts a cancelled job as ended while its processes have KillWait to end.
      for (int second = 0; second < 90 && !console().contains("record of the run: "); second++) {
        TimeUnit.SECONDS.sleep(1);
      }
      return ScheduledRun.of(
          process.exitValue(), console(), results.resolve("loadgate-" + id), injectors());
    }

    private Path injectors() {
      return results.resolve("injectors-" + id);
    }

    ProcessHandle processOf(int injector) {
      String folder = "-Dgatling.resultsFolder=" + injectors().resolve("" + injector);
      return ProcessHandle.allProcesses()
          .filter(process -> process.info().command().orElse("").endsWith("/java"))
          .filter(process -> process.info().commandLine().orElse("").contains(folder + " "))
          .findFirst()
          .orElseThrow();
    }
  }

  private static BackendServer backend() {
    return BackendServer.start(BackendSettings.onFreePort());
  }

  @Test
  void healthyBackendShouldEndTheJobWithZero() throws Exception {
    try (BackendServer backend = backend()) {
      Job.of(HealthSimulation.class, backend, 12, 6).finish().assertPassed();
    }
  }

  @Test
  void brokenBackendShouldEndTheJobWithTwo() throws Exception {
    Faults faults = Faults.NONE.withErrorRate(0.5);
    try (BackendServer backend =
        BackendServer.start(BackendSettings.onFreePort().withFaults(faults))) {
      Job.of(HealthSimulation.class, backend, 12, 6).finish().assertFailed();
    }
  }

  @Test
  void injectorThatDiesShouldLeaveAnIncompleteRunOfAllOthers() throws Exception {
    try (BackendServer backend = backend()) {
      Job job = Job.of(HealthSimulation.class, backend, 12, 20);
      await(job, () -> !backend.requests().isEmpty());
      TimeUnit.SECONDS.sleep(5);
      job.processOf(1).destroyForcibly();
      job.finish().assertIncompleteWithoutInjector1();
    }
  }

  /** Its users would stay for five minutes. */
  @ParameterizedTest
  @ValueSource(strings = {"scancel", "scancel --signal=TERM"})
  void usersShouldLogOutWhenTheJobIsCancelled(String command) throws Exception {
    try (BackendServer backend = backend()) {
      Job job = Job.of(MixedSimulation.class, backend, 26, 300);
      await(job, () -> backend.feature(ApplicationFeature.class).liveSessions() > 0);
      cluster.output((command + " " + job.id()).split(" "));
      ScheduledRun run = job.finish();

      assertThat(backend.feature(ApplicationFeature.class).liveSessions())
          .as(run.merged().console())
          .isZero();
      assertThat(run.merged().verdict()).isEqualTo("incomplete");
      for (int injector = 0; injector < ScheduledRun.INJECTORS; injector++) {
        assertThat(run.record(injector).orElseThrow().complete()).isFalse();
      }
    }
  }

  private static void await(Job job, BooleanSupplier condition)
      throws IOException, InterruptedException {
    while (!(job.hasStarted() && condition.getAsBoolean())) {
      assertThat(job.process().isAlive()).as(job.console()).isTrue();
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
