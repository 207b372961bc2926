package proof;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import simulations.HealthSimulation;

/**
 * The pods of printed manifests, played by podman with the image of {@code deploy/Containerfile}.
 * {@link PodmanPods} says what is not as printed.
 */
@Tag("cluster")
@Isolated("three injectors that start within a second need the processor")
class KubernetesIT {

  private static Podman podman;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    podman = Podman.startIn(folder);
    SimulationsImage.build(podman, folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (podman != null) {
      podman.close();
    }
  }

  /**
   * The pods of one run.
   *
   * @param results what is the claim in Kubernetes
   */
  private record Pods(String name, Path results) {

    /** Starts all of them at once, as {@code kubectl apply} does. */
    static Pods start(String name, BackendServer backend, int seconds) throws Exception {
      SimulationRun run = SimulationRun.of(HealthSimulation.class).load(12, seconds).patient();
      Path results = run.results().toAbsolutePath();
      // Anybody may write there, as fsGroup makes it of a claim.
      Files.setPosixFilePermissions(results, PosixFilePermissions.fromString("rwxrwxrwx"));
      String manifests =
          Manifests.print(
              "--name=" + name,
              "--injectors=" + ScheduledRun.INJECTORS,
              "--profile=smoke",
              "--simulation=" + HealthSimulation.class.getName(),
              "--image=" + SimulationsImage.NAME,
              "--base-url=" + backend.baseUrl(),
              "--allowed-hosts=127.0.0.1");
      List<String> options = new ArrayList<>(GatlingCommand.SHORT_LIVED);
      options.addAll(run.options());
      String pods =
          new PodmanPods(results, "http://127.0.0.1:" + FreePorts.one(), options)
              .of(Manifests.parse(manifests));
      podman.run(
          "kube",
          "play",
          "--network=host",
          Files.writeString(results.resolve("pods.yaml"), pods).toString());
      return new Pods(name, results);
    }

    String injector(int index) {
      return name + "-" + index + "-injector";
    }

    String merge() {
      return name + "-merge-merge";
    }

    void awaitLoad() throws Exception {
      for (int second = 0; second < 120 && !hasStarted(1); second++) {
        TimeUnit.SECONDS.sleep(1);
      }
      assertThat(hasStarted(1)).isTrue();
      TimeUnit.SECONDS.sleep(5);
    }

    private boolean hasStarted(int injector) throws IOException {
      return podman.run("logs", injector(injector)).contains(" started...");
    }

    ScheduledRun finish() throws Exception {
      int exitCode = Integer.parseInt(podman.run("wait", merge()));
      StringBuilder console = new StringBuilder();
      for (String container : List.of(injector(0), injector(1), injector(2), merge())) {
        console.append(podman.run("logs", container)).append('\n');
      }
      Files.writeString(results.resolve("console.txt"), console);
      return ScheduledRun.of(
          exitCode,
          console.toString(),
          results.resolve(name),
          results.resolve("injectors").resolve(name));
    }
  }

  @Test
  void healthyBackendShouldEndTheMergingPodWithZero() throws Exception {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort())) {
      Pods.start("healthy", backend, 6).finish().assertPassed();
    }
  }

  @Test
  void brokenBackendShouldEndTheMergingPodWithTwo() throws Exception {
    Faults faults = Faults.NONE.withErrorRate(0.5);
    try (BackendServer backend =
        BackendServer.start(BackendSettings.onFreePort().withFaults(faults))) {
      Pods.start("broken", backend, 6).finish().assertFailed();
    }
  }

  @Test
  void podThatDiesShouldLeaveAnIncompleteRunOfAllOthers() throws Exception {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort())) {
      Pods pods = Pods.start("lost", backend, 20);
      pods.awaitLoad();
      podman.run("kill", pods.injector(1));
      podman.run("wait", pods.injector(0), pods.injector(2));
      podman.run("exec", pods.merge(), "touch", "/results/injectors/lost/merge-now");
      pods.finish().assertIncompleteWithoutInjector1();
    }
  }

  /** Kubernetes does that to a pod that is deleted or evicted. */
  @Test
  void podThatIsToldToEndShouldLeaveARecordOfThat() throws Exception {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort())) {
      Pods pods = Pods.start("ended", backend, 20);
      pods.awaitLoad();
      podman.run("stop", "--time=90", pods.injector(1));
      ScheduledRun run = pods.finish();

      assertThat(run.merged().verdict()).as(run.merged().console()).isEqualTo("incomplete");
      assertThat(run.record(0).orElseThrow().complete()).isTrue();
      assertThat(run.record(1).orElseThrow().complete()).isFalse();
      assertThat(run.record(2).orElseThrow().complete()).isTrue();
    }
  }
}
