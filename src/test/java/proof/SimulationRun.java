package proof;

import backend.BackendServer;
import backend.kit.BackendSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One simulation in another process, with what it is to be run with. */
public final class SimulationRun {

  private static final long LIMIT_SECONDS = 300;

  private static final List<String> RESOURCES =
      List.of(
          "loadgate.gates.target.cpu",
          "loadgate.gates.target.memory",
          "loadgate.gates.target.memory-growth",
          "loadgate.gates.target.memory-slope",
          "loadgate.gates.injector.saturated",
          "loadgate.gates.injector.stalled");

  private final String simulation;
  private final String test = callingTest();
  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> launcher = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private boolean startsBackend;
  private boolean ownProcess;
  private boolean hasOwnTarget;
  private String classPath = System.getProperty("java.class.path");
  private Path results;

  private SimulationRun(String simulation) {
    this.simulation = simulation;
    with("loadgate.backend.start-timeout", "120s");
    // Seconds of load have few samples of everything.
    with("loadgate.gates.min-samples", 1);
    // What else runs on this machine is no matter of the target, nor of the load generator.
    RESOURCES.forEach(metric -> with(metric, "null"));
    with("loadgate.monitor.enabled", false);
    try {
      results = Files.createTempDirectory(Files.createDirectories(Path.of("target", "proofs")), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static SimulationRun of(Class<?> simulation) {
    return new SimulationRun(simulation.getName());
  }

  /** One whose class need not exist. */
  static SimulationRun of(String simulation) {
    return new SimulationRun(simulation);
  }

  public SimulationRun with(String key, Object value) {
    options.put(key, value.toString());
    return this;
  }

  /** With the shipped gates on CPU and memory of the target, which these metrics tell. */
  public SimulationRun with(ToldResources told) {
    RESOURCES.stream().filter(gate -> gate.contains(".target.")).forEach(options::remove);
    return withMonitor().with("loadgate.monitor.metrics-url", told.url());
  }

  /** With the shipped gate on the load generator itself. */
  public SimulationRun withInjectorGate() {
    RESOURCES.stream().filter(gate -> gate.contains(".injector.")).forEach(options::remove);
    return withMonitor();
  }

  /** Reads CPU and memory, which takes half a second of CPU time to begin with. */
  SimulationRun withMonitor() {
    return with("loadgate.monitor.enabled", true);
  }

  /** Names what is broken in the backend, when it is not an option of the reference backend. */
  public SimulationRun fault(String description) {
    faults.add(description);
    return this;
  }

  /** Puts a folder in front of the class path. */
  SimulationRun withClassPath(Path folder) {
    classPath = folder + File.pathSeparator + classPath;
    return inOwnProcess();
  }

  /** Starts it from another program, to which its command line is given. */
  SimulationRun from(String... command) {
    launcher.addAll(List.of(command));
    return inOwnProcess();
  }

  /** Lets it start the reference backend in a process of its own, as it does for a user. */
  SimulationRun withOwnBackend() {
    startsBackend = true;
    return withMonitor().inOwnProcess();
  }

  /** Has a target of its own, which loadgate is not told. */
  public SimulationRun withoutBackend() {
    hasOwnTarget = true;
    return this;
  }

  /** Without which nothing is printed that a run prints at the end of its process. */
  public SimulationRun inOwnProcess() {
    ownProcess = true;
    return this;
  }

  /** Puts its results into a folder of that name. */
  SimulationRun below(String folder) {
    try {
      results = Files.createDirectory(results.resolve(folder));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves Gatling's own report out. */
  SimulationRun withoutReports() {
    arguments.add("-nr");
    return this;
  }

  /** All users at once, for a short time. */
  public SimulationRun load(int users, int seconds) {
    return with("users", users).with("spawnRate", users).with("duration", seconds + "s");
  }

  /** Limits on response times that only a hanging backend breaks, however slow the machine. */
  public SimulationRun patient() {
    for (String userType :
        List.of("health", "health-full", "auth-flow", "task-monitoring", "task-completion")) {
      with("loadgate.gates." + userType + ".p95", "5s");
      with("loadgate.gates." + userType + ".each.p95", "5s");
    }
    for (String percentile : List.of("p50", "p95", "p99")) {
      with("loadgate.gates.recommendation." + percentile, "5s");
    }
    return this;
  }

  /** Its options, as arguments of whatever hands them on to a run. */
  List<String> options() {
    return options.entrySet().stream()
        .map(option -> "-D" + option.getKey() + "=" + option.getValue())
        .toList();
  }

  /** The folder of its run's folder. */
  public Path results() {
    return results;
  }

  /**
   * Where it would start the reference backend, this process serves it, seconds earlier. Unless it
   * needs a process of its own, it is one of many in a {@link SimulationHost}.
   */
  public FinishedRun finish() {
    if (startsBackend || hasOwnTarget || options.containsKey("baseUrl")) {
      return finish(options);
    }
    try (BackendServer backend =
        BackendServer.start(BackendSettings.onFreePort(backendOptions()))) {
      Map<String, String> properties = new LinkedHashMap<>(options);
      properties.put("baseUrl", backend.baseUrl());
      return finish(properties);
    }
  }

  private Map<String, String> backendOptions() {
    Map<String, String> ofBackend = new LinkedHashMap<>(options);
    ofBackend.keySet().removeIf(key -> !key.startsWith("loadgate.backend."));
    return ofBackend;
  }

  /** Lets another act while the simulation runs. */
  public FinishedRun finishAfter(String consoleText, Runnable action) throws IOException {
    return finishAfter(consoleText, process -> action.run());
  }

  /** Lets another act on its process while the simulation runs. */
  FinishedRun finishAfter(String consoleText, Consumer<Process> action) throws IOException {
    Process process = start();
    StringBuilder console = new StringBuilder();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      boolean acted = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        console.append(line).append('\n');
        if (!acted && line.contains(consoleText)) {
          acted = true;
          CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS)
              .execute(() -> action.accept(process));
        }
      }
      return finished(new GatlingCommand.Outcome(process.waitFor(), console.toString()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Starts it and leaves it to the caller, who must end it. */
  public Process start() {
    return command(options).start();
  }

  private GatlingCommand command(Map<String, String> properties) {
    Map<String, String> all = new LinkedHashMap<>(properties);
    all.put("gatling.resultsFolder", results.toString());
    List<String> gatling = new ArrayList<>(List.of("-s", simulation, "-rf", results.toString()));
    gatling.addAll(arguments);
    return new GatlingCommand(launcher, classPath, all, gatling);
  }

  private FinishedRun finish(Map<String, String> properties) {
    GatlingCommand command = command(properties);
    try {
      return finished(
          ownProcess
              ? command.finish(LIMIT_SECONDS)
              : SimulationHost.finish(command, LIMIT_SECONDS));
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError(simulation + " did not end within " + LIMIT_SECONDS + " s", e);
    }
  }

  private FinishedRun finished(GatlingCommand.Outcome outcome) {
    String name = simulation.substring(simulation.lastIndexOf('.') + 1);
    new RunDescription(test, name, options, faults, outcome.exitCode()).write(results);
    try {
      Files.writeString(results.resolve("console.txt"), outcome.console());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FinishedRun(outcome.exitCode(), outcome.console(), results);
  }

  /** Class and method of the test that wants a run. */
  private static String callingTest() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getClassName().endsWith("IT"))
                    .reduce((inner, outer) -> outer)
                    .map(
                        frame ->
                            frame.getClassName().replaceFirst(".*\\.", "")
                                + "."
                                + frame.getMethodName())
                    .orElse(""));
  }
}
