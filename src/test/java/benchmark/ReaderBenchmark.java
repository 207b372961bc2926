package benchmark;

import io.gatling.charts.stats.GeneralStats;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.core.config.GatlingConfiguration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loadgate.model.ExportFormat;
import loadgate.report.Indicators;
import loadgate.report.ReportFiles;
import loadgate.report.RunResult;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogWriter;
import loadgate.stats.RunStatistics;
import loadgate.stats.Statistics;
import scala.Option;

/**
 * How long it takes from a log on disk to its statistics, and to the whole record of the run,
 * beside Gatling's own reader. Each reading has a JVM of its own, as it has when a report is made,
 * and the two take turns. {@code docs/benchmarks.md} has the command.
 */
final class ReaderBenchmark {

  private static final int ITERATIONS = 2_950_000;
  private static final int USERS = 50_000;
  private static final int USER_TYPES = 12;
  private static final int RUN_MILLIS = 3_600_000;
  private static final int ROUNDS = 3;

  private ReaderBenchmark() {}

  /** Without arguments the whole comparison; with a reader's name and a log one reading of it. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      compare();
      return;
    }
    long start = System.nanoTime();
    Path log = Path.of(args[1]);
    String result =
        switch (args[0]) {
          case "loadgate" -> loadgate(log);
          case "record" -> record(log);
          default -> gatling(log);
        };
    long wallMillis = (System.nanoTime() - start) / 1_000_000;
    long cpuMillis = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    System.out.printf("%d %d %s%n", wallMillis, cpuMillis, result);
  }

  /**
   * @param wallMillis from the first byte to the figures
   * @param cpuMillis of the whole process, its start and its garbage collector included
   */
  private record Reading(long wallMillis, long cpuMillis) {}

  private static void compare() throws Exception {
    Path results = Files.createTempDirectory("reader-benchmark");
    Path log = results.resolve("run").resolve(RunLog.FILE_NAME);
    try {
      Files.createDirectories(log.getParent());
      write(log);
      System.out.printf("%,d records, %,d bytes%n", 2 * (ITERATIONS + USERS), Files.size(log));
      List<Reading> ours = new ArrayList<>();
      List<Reading> records = new ArrayList<>();
      List<Reading> gatlings = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        ours.add(read(log, "loadgate", "-Xmx256m"));
        records.add(read(log, "record", "-Xmx256m"));
        gatlings.add(read(log, "gatling", "--add-opens=java.base/java.lang=ALL-UNNAMED"));
      }
      printMedians("wall, reading", ours, gatlings, Reading::wallMillis);
      printMedians("CPU, reading", ours, gatlings, Reading::cpuMillis);
      printMedians("wall, whole record", records, gatlings, Reading::wallMillis);
      printMedians("CPU, whole record", records, gatlings, Reading::cpuMillis);
    } finally {
      try (Stream<Path> files = Files.walk(results)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static Reading read(Path log, String reader, String jvmOption) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                jvmOption,
                "-cp",
                System.getProperty("java.class.path"),
                ReaderBenchmark.class.getName(),
                reader,
                log.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(reader + " failed: " + lines);
    }
    String[] last = lines.get(lines.size() - 1).split(" ", 3);
    System.out.printf("%-8s wall %6s ms, CPU %6s ms, %s%n", reader, last[0], last[1], last[2]);
    return new Reading(Long.parseLong(last[0]), Long.parseLong(last[1]));
  }

  private static void printMedians(
      String clock, List<Reading> ours, List<Reading> gatlings, ToLongFunction<Reading> millis) {
    long our = median(ours, millis);
    long gatling = median(gatlings, millis);
    System.out.printf(
        Locale.ROOT,
        "median %s: loadgate %d ms, Gatling %d ms, ratio 1 : %.1f%n",
        clock,
        our,
        gatling,
        (double) gatling / our);
  }

  private static long median(List<Reading> readings, ToLongFunction<Reading> millis) {
    return readings.stream().mapToLong(millis).sorted().toArray()[readings.size() / 2];
  }

  private static String loadgate(Path log) throws IOException {
    Statistics all = RunStatistics.of(log).global().all();
    return "count %d, mean %d, p95 %d"
        .formatted(all.count(), Math.round(all.mean()), all.percentile(95));
  }

  /** Reads the log and writes every file of the run's record. */
  private static String record(Path log) throws IOException {
    RunResult run = RunResult.read(log, Optional.empty(), Indicators.defaults());
    Set<ExportFormat> formats = EnumSet.allOf(ExportFormat.class);
    int failures = new ReportFiles(run, formats).writeTo(log.getParent()).size();
    return "count %d, %d files not written".formatted(run.statistics().global().count(), failures);
  }

  private static String gatling(Path log) {
    Path run = log.getParent();
    GatlingConfiguration configuration = GatlingConfiguration.load();
    GeneralStats all =
        LogFileReader.apply(run.getFileName().toString(), run.getParent(), configuration)
            .read()
            .requestGeneralStats(Option.empty(), Option.empty(), Option.empty())
            .get();
    return "count %d, mean %d, p95 %d"
        .formatted(all.count(), all.mean(), (Integer) all.percentile().apply(95.0));
  }

  /**
   * One hour of users who make one request per group execution; the times follow a log-normal
   * distribution.
   */
  private static void write(Path log) throws IOException {
    Random random = new Random(1);
    RunHeader header =
        new RunHeader(
            "3.15.1", "simulations.Benchmark", Instant.EPOCH, "", List.of("users"), List.of());
    List<GroupPath> groups =
        IntStream.range(0, USER_TYPES).mapToObj(i -> GroupPath.of("User type " + i)).toList();
    List<String> names = IntStream.range(0, 5).mapToObj(i -> "Request " + i).toList();
    try (RunLogWriter writer = RunLogWriter.create(log)) {
      writer.header(header);
      for (int i = 0; i < ITERATIONS; i++) {
        int start = (int) ((long) i * RUN_MILLIS / ITERATIONS);
        int time = (int) Math.min(60_000, Math.exp(4.5 + 0.6 * random.nextGaussian()));
        boolean ok = random.nextInt(50) > 0;
        GroupPath group = groups.get(random.nextInt(USER_TYPES));
        String name = names.get(random.nextInt(names.size()));
        if (i % (ITERATIONS / USERS) == 0) {
          writer.user(0, true, start);
          writer.user(0, false, start + time);
        }
        writer.request(group, name, start, start + time, ok, ok ? "" : "status 500");
        writer.group(group, start, start + time, time, ok);
      }
    }
  }
}
