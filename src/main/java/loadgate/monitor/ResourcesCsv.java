package loadgate.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * {@code resources.csv} in the folder of a run, which grows while the run lasts. A figure that
 * could not be read is an empty cell.
 */
public record ResourcesCsv(Path file) {

  public static final String FILE_NAME = "resources.csv";

  /** A column with its figure. */
  private record Column(String name, Function<ResourceSample, OptionalDouble> figure) {

    static Column ofTarget(String name, Function<ProcessUse, OptionalDouble> figure) {
      return new Column(
          name,
          sample -> {
            Optional<ProcessUse> use = sample.target();
            return use.isPresent() ? figure.apply(use.get()) : OptionalDouble.empty();
          });
    }

    static Column ofHost(String name, ToDoubleFunction<HostUse> figure) {
      return new Column(name, sample -> sample.host().stream().mapToDouble(figure).findFirst());
    }

    static Column of(String name, Function<ResourceSample, Double> figure) {
      return new Column(name, sample -> OptionalDouble.of(figure.apply(sample)));
    }
  }

  // The first ones are those of the target; the network is counted by machine alone.
  private static final List<Column> COLUMNS =
      List.of(
          Column.ofTarget("cpu_percent", use -> OptionalDouble.of(use.cpuPercent())),
          Column.ofTarget("memory_percent", ProcessUse::memoryPercent),
          Column.ofTarget("memory_mb", use -> OptionalDouble.of(use.memoryMb())),
          Column.ofTarget("disk_read_mb", ProcessUse::diskReadMb),
          Column.ofTarget("disk_write_mb", ProcessUse::diskWriteMb),
          Column.ofHost("network_sent_mb", HostUse::networkSentMb),
          Column.ofHost("network_recv_mb", HostUse::networkReceivedMb),
          Column.ofHost("host_cpu_percent", HostUse::cpuPercent),
          Column.ofHost("host_memory_percent", HostUse::memoryPercent),
          Column.ofHost("host_memory_mb", HostUse::memoryMb),
          Column.ofHost("host_disk_read_mb", HostUse::diskReadMb),
          Column.ofHost("host_disk_write_mb", HostUse::diskWriteMb),
          Column.of("injector_cpu_percent", sample -> sample.injector().cpuPercent()),
          Column.of("injector_heap_mb", sample -> sample.injector().heapMb()),
          Column.of("injector_gc_ms", sample -> (double) sample.injector().gcMillis()),
          Column.of("injector_lag_ms", sample -> sample.injector().lagMillis()),
          Column.of("injector_stall_ms", sample -> sample.injector().stallMillis()),
          Column.ofHost("others_cpu_percent", HostUse::othersCpuPercent));

  /** Adds rows, below the names of the columns. */
  public void append(List<ResourceSample> samples) throws IOException {
    String rows = samples.stream().map(ResourcesCsv::row).collect(Collectors.joining());
    Files.writeString(
        file,
        Files.exists(file) ? rows : head() + rows,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String head() {
    return COLUMNS.stream().map(Column::name).collect(Collectors.joining(",", "timestamp,", "\n"));
  }

  private static String row(ResourceSample sample) {
    return COLUMNS.stream()
        .map(column -> column.figure().apply(sample))
        .map(ResourcesCsv::cell)
        .collect(Collectors.joining(",", sample.at().truncatedTo(ChronoUnit.MILLIS) + ",", "\n"));
  }

  private static String cell(OptionalDouble figure) {
    return figure.isPresent() ? String.format(Locale.ROOT, "%.2f", figure.getAsDouble()) : "";
  }
}
