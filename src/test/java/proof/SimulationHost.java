package proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import io.gatling.app.Gatling$;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import proof.GatlingCommand.Outcome;

/**
 * A process that finishes one simulation after the other, because most of the CPU time of a short
 * run is the loading of classes. What a run prints when its process ends, such as the table of its
 * gates, is missing on its console. The process ends with this one, or when a run ends it.
 */
final class SimulationHost {

  private static final String ENDED = "\u0004 ended with ";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Queue<SimulationHost> IDLE = new ConcurrentLinkedQueue<>();

  private final Process process;
  private final BufferedReader console;

  private SimulationHost(String classPath) {
    List<String> command = new ArrayList<>(GatlingCommand.java(classPath));
    command.add(SimulationHost.class.getName());
    process = GatlingCommand.start(command);
    console = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Finishes a simulation in a process that is idle, or in a new one. */
  static Outcome finish(GatlingCommand command, long seconds)
      throws ExecutionException, TimeoutException, InterruptedException {
    SimulationHost idle = IDLE.poll();
    SimulationHost host = idle == null ? new SimulationHost(command.classPath()) : idle;
    boolean canGoOn = false;
    try {
      Outcome outcome =
          CompletableFuture.supplyAsync(() -> host.finish(command)).get(seconds, TimeUnit.SECONDS);
      canGoOn = host.process.isAlive();
      return outcome;
    } finally {
      if (canGoOn) {
        IDLE.add(host);
      } else {
        host.process.destroyForcibly();
      }
    }
  }

  private Outcome finish(GatlingCommand command) {
    try {
      process
          .outputWriter(StandardCharsets.UTF_8)
          .append(JSON.writeValueAsString(command))
          .append('\n')
          .flush();
      StringBuilder printed = new StringBuilder();
      for (String line = console.readLine(); line != null; line = console.readLine()) {
        if (line.startsWith(ENDED)) {
          return new Outcome(Integer.parseInt(line.substring(ENDED.length())), printed.toString());
        }
        printed.append(line).append('\n');
      }
      return new Outcome(process.waitFor(), printed.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs what it is told, line by line. */
  public static void main(String[] none) throws IOException {
    Properties own = (Properties) System.getProperties().clone();
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      GatlingCommand command = JSON.readValue(line, GatlingCommand.class);
      command.properties().forEach(System::setProperty);
      // Where a process tells its command line.
      System.setProperty("sun.java.command", "Gatling " + String.join(" ", command.arguments()));
      ConfigFactory.invalidateCaches();
      int exitCode = Gatling$.MODULE$.fromArgs(command.arguments().toArray(String[]::new));
      System.setProperties((Properties) own.clone());
      System.out.println("\n" + ENDED + exitCode);
    }
  }
}
