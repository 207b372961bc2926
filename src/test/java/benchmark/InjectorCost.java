package benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loadgate.settings.ReferenceBackendSettings;
import loadgate.target.ReferenceBackend;

/**
 * What loadgate costs the load generator while the load runs: the users of a gated simulation in a
 * tight loop of one cheap request, beside the same loop in plain Gatling, against the same server,
 * in several JVMs one after the other. {@code docs/benchmarks.md} has the command.
 */
public final class InjectorCost {

  private static final int JVMS = 3;

  private InjectorCost() {}

  /** Takes the number of JVMs or nothing. */
  public static void main(String[] args) throws Exception {
    int jvms = args.length > 0 ? Integer.parseInt(args[0]) : JVMS;
    URI server =
        ReferenceBackend.start(
            new ReferenceBackendSettings("backend.BackendMain", Duration.ofMinutes(1), Map.of()));
    List<Reading> all = new ArrayList<>();
    for (int jvm = 1; jvm <= jvms; jvm++) {
      List<Reading> readings = run(server);
      printMedians("JVM " + jvm, readings);
      all.addAll(readings);
    }
    printMedians("all", all);
    // The server's output is still being drained.
    System.exit(0);
  }

  private static List<Reading> run(URI server) throws Exception {
    Path folder = Files.createTempDirectory("injector-cost");
    try {
      Path console = folder.resolve("console.txt");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--add-opens=java.base/java.lang=ALL-UNNAMED",
                  "-Xmx1g",
                  "-D" + PingLoop.URL + "=" + server,
                  "-D" + PingLoop.RESULTS + "=" + folder,
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.gatling.app.Gatling",
                  "-s",
                  PingLoop.class.getName(),
                  "-rf",
                  folder.toString(),
                  "-nr")
              .redirectErrorStream(true)
              .redirectOutput(console.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      try {
        process.waitFor(PingLoop.LIMIT_SECONDS + 60, TimeUnit.SECONDS);
      } finally {
        process.destroyForcibly().waitFor();
      }
      List<String> lines = Files.readAllLines(console);
      List<Reading> readings = Reading.in(lines);
      if (readings.isEmpty()) {
        throw new IllegalStateException(String.join("\n", lines));
      }
      return readings;
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void printMedians(String label, List<Reading> readings) {
    List<Reading> plain = of(Variant.PLAIN, readings);
    for (Variant variant : Variant.values()) {
      List<Reading> own = of(variant, readings);
      // Within a round the machine was most alike.
      double[] ratios =
          IntStream.range(0, own.size())
              .mapToDouble(
                  round ->
                      own.get(round).cpuMicrosPerRequest() / plain.get(round).cpuMicrosPerRequest())
              .sorted()
              .toArray();
      System.out.printf(
          Locale.ROOT,
          "%-6s %-16s %6.0f requests/s, %5.1f us CPU per request,"
              + " ratio %.2f (quartiles %.2f, %.2f)%n",
          label,
          variant,
          median(own, Reading::requestsPerSecond),
          median(own, Reading::cpuMicrosPerRequest),
          ratios[ratios.length / 2],
          ratios[ratios.length / 4],
          ratios[ratios.length * 3 / 4]);
    }
  }

  private static List<Reading> of(Variant variant, List<Reading> readings) {
    return readings.stream().filter(reading -> reading.variant() == variant).toList();
  }

  private static double median(List<Reading> readings, ToDoubleFunction<Reading> figure) {
    return readings.stream().mapToDouble(figure).sorted().toArray()[readings.size() / 2];
  }
}
