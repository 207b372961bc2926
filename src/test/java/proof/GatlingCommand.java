package proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A run of Gatling in a process of its own, started as the Maven plugin starts it.
 *
 * @param launcher another program, to which the command line is given; may be empty
 * @param properties system properties
 * @param arguments of Gatling
 */
public record GatlingCommand(
    List<String> launcher,
    String classPath,
    Map<String, String> properties,
    List<String> arguments) {

  /**
   * Options of a JVM that sends load for seconds: the best compiler and the check of every class
   * would cost more than they save.
   */
  static final List<String> SHORT_LIVED =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote");

  /**
   * How it ended.
   *
   * @param console all that was printed
   */
  public record Outcome(int exitCode, String console) {}

  /** Starts it and leaves it to the caller, who must end it. */
  Process start() {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(java(classPath));
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add("io.gatling.app.Gatling");
    command.addAll(arguments);
    return start(command);
  }

  /** Starts it and waits so many seconds for its end. */
  public Outcome finish(long seconds)
      throws ExecutionException, TimeoutException, InterruptedException {
    Process process = start();
    try {
      String console =
          CompletableFuture.supplyAsync(() -> console(process)).get(seconds, TimeUnit.SECONDS);
      return new Outcome(process.waitFor(), console);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String console(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A command line up to the main class. */
  static List<String> java(String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.addAll(SHORT_LIVED);
    command.addAll(List.of("-cp", classPath));
    return command;
  }

  static Process start(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      List.of(
              "LOAD_PROFILE",
              "TARGET_HOST",
              "ALLOWED_HOSTS",
              "JOB_COMPLETION_INDEX",
              "LOADGATE_INJECTORS",
              "SLURM_PROCID",
              "SLURM_ARRAY_TASK_ID",
              "SLURM_ARRAY_TASK_COUNT")
          .forEach(builder.environment()::remove);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
