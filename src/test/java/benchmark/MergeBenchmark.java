package benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.history.Machine;
import loadgate.history.RunOrigin;
import loadgate.model.ExportFormat;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.StageMeasure;
import loadgate.model.StageWindow;
import loadgate.report.RunResult;
import loadgate.run.InjectorRecord;
import loadgate.run.RunMerge;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogWriter;

/**
 * How long it takes to make one run of the logs of eight injectors, with 6,000,000 records each, in
 * a heap of 512 MB: merged, judged and recorded; beside reading the logs and writing as many bytes
 * as the merged one has. {@code docs/benchmarks.md} has the command.
 */
final class MergeBenchmark {

  private static final int INJECTORS = 8;
  private static final int RECORDS = 6_000_000;
  private static final int USERS = 10_000;
  private static final int RUN_MILLIS = 3_600_000;
  private static final int ROUNDS = 3;
  private static final List<String> TYPES =
      IntStream.range(0, 12).mapToObj(i -> "User type " + i).toList();

  private MergeBenchmark() {}

  /** Without arguments the whole benchmark; with a folder one merge of what is in it. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      compare();
      return;
    }
    long start = System.nanoTime();
    Path results = Path.of(args[0]);
    RunResult run = new RunMerge(folders(results)).into(results.resolve("merged"));
    System.out.printf(
        "%d %d %,d requests, %s%n",
        millisSince(start),
        ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis(),
        run.statistics().global().count(),
        run.verdict().orElseThrow().verdict().text());
  }

  private static void compare() throws Exception {
    Path results = Files.createTempDirectory("merge-benchmark");
    try {
      for (Path folder : folders(results)) {
        write(folder, folders(results).indexOf(folder));
      }
      System.out.printf("%d logs of %,d records%n", INJECTORS, RECORDS);
      for (int round = 0; round < ROUNDS; round++) {
        System.out.println("merge: wall ms, CPU ms: " + merge(results));
        copy(results);
        delete(results.resolve("merged"));
      }
    } finally {
      delete(results);
    }
  }

  private static List<Path> folders(Path results) {
    return IntStream.range(0, INJECTORS).mapToObj(i -> results.resolve("injector-" + i)).toList();
  }

  private static String merge(Path results) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:ActiveProcessorCount=2",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MergeBenchmark.class.getName(),
                results.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes()).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the merge failed: " + output);
    }
    return output;
  }

  /** What no merge can do without. */
  private static void copy(Path results) throws IOException {
    long start = System.nanoTime();
    byte[] buffer = new byte[1 << 16];
    long read = 0;
    for (Path folder : folders(results)) {
      try (InputStream in = Files.newInputStream(RunLog.inFolder(folder).file())) {
        for (int bytes = in.read(buffer); bytes >= 0; bytes = in.read(buffer)) {
          read += bytes;
        }
      }
    }
    long readMillis = millisSince(start);
    start = System.nanoTime();
    long size = Files.size(RunLog.inFolder(results.resolve("merged")).file());
    try (OutputStream out = Files.newOutputStream(results.resolve("copy"))) {
      for (long left = size; left > 0; left -= buffer.length) {
        out.write(buffer, 0, (int) Math.min(buffer.length, left));
      }
    }
    System.out.printf(
        "read %,d bytes in %d ms, write %,d bytes in %d ms%n",
        read, readMillis, size, millisSince(start));
    Files.delete(results.resolve("copy"));
  }

  private static long millisSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * An hour of requests with log-normal response times, one metric's sample for six of them, and
   * users who come and go.
   */
  private static void write(Path folder, int injector) throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(injector);
    RunHeader header =
        new RunHeader(
            "3.15.1", "Benchmark", Instant.ofEpochMilli(100L * injector), "", TYPES, List.of());
    List<GroupPath> groups = TYPES.stream().map(type -> GroupPath.of(type)).toList();
    List<GroupPath> hits = TYPES.stream().map(type -> GroupPath.of(type, "Cache hit")).toList();
    List<String> names = IntStream.range(0, 5).mapToObj(i -> "Request " + i).toList();
    try (RunLogWriter log = RunLogWriter.create(RunLog.inFolder(folder).file())) {
      log.header(header);
      for (int i = 0; i < RECORDS; i++) {
        int end = (int) ((long) i * RUN_MILLIS / RECORDS);
        int type = random.nextInt(TYPES.size());
        int time = (int) Math.min(60_000, Math.exp(4.5 + 0.6 * random.nextGaussian()));
        boolean ok = random.nextInt(50) > 0;
        if (i % (RECORDS / (2 * USERS)) == 0) {
          log.user(type, i < RECORDS / 2, end);
        } else if (i % 7 == 0) {
          log.group(hits.get(type), end, end, 0, ok);
        } else {
          String name = names.get(random.nextInt(names.size()));
          log.request(groups.get(type), name, end - time, end, ok, ok ? "" : "status 500");
        }
      }
    }
    record(injector).writeTo(folder);
  }

  private static InjectorRecord record(int injector) {
    return new InjectorRecord(
        injector,
        INJECTORS,
        InjectorRecord.VERSION,
        Instant.ofEpochMilli(100L * injector),
        OptionalLong.of(injector),
        false,
        true,
        new InjectorRecord.WholeRun(
            "Benchmark",
            new RunOrigin("hour", "http://localhost", "", Optional.empty(), Machine.current()),
            List.of(
                new StageWindow(
                    80_000, Duration.ZERO, Duration.ofMinutes(30), Duration.ofMinutes(60))),
            EnumSet.allOf(ExportFormat.class),
            Map.of(),
            new Gates(gates(), List.of(), List.of(), false, "")));
  }

  private static List<Gate> gates() {
    List<Gate> gates = new ArrayList<>();
    for (String measure : List.of("p95", "p99", "failure-rate", "throughput")) {
      gates.add(gate(Optional.empty(), measure, List.of()));
    }
    StageMeasure stall = StageMeasure.LONGEST_STALL;
    gates.add(
        gate(Optional.empty(), stall.measure().name(), List.of("All requests", stall.title())));
    for (String type : TYPES) {
      gates.add(gate(Optional.of(type), "p95", List.of(type)));
      gates.add(gate(Optional.of(type), "failure-rate", List.of(type)));
      gates.add(gate(Optional.of(type), "cache-hit-rate", List.of(type, "Cache hit")));
    }
    return gates;
  }

  private static Gate gate(Optional<String> userType, String name, List<String> path) {
    Measure measure = Measure.of(name);
    return new Gate(
        new GateLimits(
            userType,
            Optional.empty(),
            measure,
            Optional.of(new Limit(measure.direction(), true, 90)),
            Optional.empty(),
            20,
            ""),
        path);
  }
}
