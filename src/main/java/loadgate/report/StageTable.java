package loadgate.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import loadgate.model.Samples;
import loadgate.model.StageSamples;

/** The stages of a run side by side: all requests of each once it had settled. */
public record StageTable(List<StageSamples> stages) {

  public static final String FILE_NAME = "stages.csv";

  private static final List<String> COLUMNS =
      List.of(
          "stage",
          "load",
          "from_s",
          "to_s",
          "requests",
          "failed_percent",
          "p50_ms",
          "p95_ms",
          "p99_ms",
          "requests_per_s");

  public StageTable {
    stages = List.copyOf(stages);
  }

  /** For the console. */
  public String text() {
    String format = "  %5s  %6s  %8s  %8s  %8s  %14s  %6s  %6s  %6s  %14s%n";
    StringBuilder text = new StringBuilder("\n");
    text.append(String.format(format, COLUMNS.toArray()));
    rows().forEach(row -> text.append(String.format(format, row.toArray())));
    return text.toString();
  }

  /** The content of {@value #FILE_NAME}. */
  public String csv() {
    Csv csv = new Csv(COLUMNS.toArray(String[]::new));
    rows().forEach(csv::row);
    return csv.text();
  }

  private List<List<String>> rows() {
    return IntStream.range(0, stages.size()).mapToObj(i -> row(i + 1, stages.get(i))).toList();
  }

  private static List<String> row(int number, StageSamples stage) {
    Samples samples = stage.samples();
    return List.of(
        String.valueOf(number),
        decimal(stage.window().load()),
        decimal(stage.window().settled().toMillis() / 1e3),
        decimal(stage.window().end().toMillis() / 1e3),
        String.valueOf(samples.count()),
        decimal(samples.koPercent()),
        String.valueOf(samples.percentile(50)),
        String.valueOf(samples.percentile(95)),
        String.valueOf(samples.percentile(99)),
        decimal(samples.perSecond()));
  }

  private static String decimal(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
