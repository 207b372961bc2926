package loadgate.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTextTest {

  private static final String PYTHON =
      """
      # HELP process_resident_memory_bytes Resident memory size in bytes.
      # TYPE process_resident_memory_bytes gauge
      process_resident_memory_bytes 1.2345e+08
      # HELP process_cpu_seconds_total Total user and system CPU time spent in seconds.
      # TYPE process_cpu_seconds_total counter
      process_cpu_seconds_total 12.75
      """;

  private static final String MICROMETER =
      """
      # HELP process_cpu_time_ns_total The "cpu time" used by the Java Virtual Machine process
      # TYPE process_cpu_time_ns_total counter
      process_cpu_time_ns_total 2.5E9
      # HELP jvm_memory_used_bytes The amount of used memory
      # TYPE jvm_memory_used_bytes gauge
      jvm_memory_used_bytes{area="heap",id="G1 Eden Space",} 3.0E7
      jvm_memory_used_bytes{area="heap",id="G1 Old Gen",} 2.0E7
      jvm_memory_used_bytes{area="nonheap",id="CodeHeap 'non-nmethods'",} 1500000.0
      """;

  @Test
  void shouldReadCpuSecondsOfAPythonClient() {
    assertThat(MetricsText.of(PYTHON).first(List.of("process_cpu_seconds_total"))).hasValue(12.75);
  }

  @Test
  void shouldReadANumberWithAnExponent() {
    assertThat(MetricsText.of(PYTHON).first(List.of("process_resident_memory_bytes")))
        .hasValue(123_450_000);
  }

  @Test
  void shouldLeaveCommentsOut() {
    assertThat(MetricsText.of(PYTHON).sums())
        .containsOnlyKeys("process_cpu_seconds_total", "process_resident_memory_bytes");
  }

  @Test
  void shouldReadNanosecondsOfMicrometerAsSeconds() {
    assertThat(MetricsText.of(MICROMETER).first(List.of("process_cpu_time_ns_total")))
        .hasValue(2.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu_ns 4e9", "cpu_ns_total 4e9", "cpu_ns{pid=\"1\"} 4e9"})
  void shouldReadNanosecondsWhereTheNameSaysSo(String line) {
    String name = line.split("[ {]")[0];

    assertThat(MetricsText.of(line).first(List.of(name))).hasValue(4);
  }

  @Test
  void shouldLeaveOtherNamesWithTheseLettersAsTheyAre() {
    assertThat(MetricsText.of("cpu_nsec_total 4").first(List.of("cpu_nsec_total"))).hasValue(4);
  }

  @Test
  void shouldAddUpTheSamplesOfAllLabels() {
    assertThat(MetricsText.of(MICROMETER).first(List.of("jvm_memory_used_bytes")))
        .hasValue(51_500_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "used{id=\"Old Gen\"} 7",
        "used{id=\"{a} b\"} 7",
        "used{id=\"} 3\"} 7",
        "used{id=\"a \\\"b\\\" } 3\"} 7",
        "used{path=\"C:\\\\\"} 7",
        "used{} 7",
        "used {id=\"a\"} 7",
        "used{id=\"a\"}\t7",
        "used 7"
      })
  void shouldReadTheValueBehindWhateverTheLabelsAre(String line) {
    assertThat(MetricsText.of(line).first(List.of("used"))).hasValue(7);
  }

  @Test
  void shouldReadTheValueBehindALabelOfAnyLength() {
    String line = "used{id=\"%s\"} 7".formatted("x".repeat(100_000));

    assertThat(MetricsText.of(line).first(List.of("used"))).hasValue(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cpu_total 7 1520879607.789",
        "cpu_total{pid=\"1\"} 7 1520879607789",
        "cpu_total 7 # {trace_id=\"KOO5S4vxi0o\"} 0.67",
        "cpu_total{pid=\"1\"} 7 # {trace_id=\"KOO5S4vxi0o\"} 0.67",
        "cpu_total{pid=\"1\"} 7 1520879607.789 # {trace_id=\"KOO5S4vxi0o\"} 0.67 1520879607.1"
      })
  void shouldReadTheValueBeforeTimestampAndExemplar(String line) {
    assertThat(MetricsText.of(line + "\n# EOF\n").first(List.of("cpu_total"))).hasValue(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "+Inf", "-Inf", "Inf", "Infinity", "many"})
  void shouldIgnoreWhatIsNoNumber(String value) {
    MetricsText metrics = MetricsText.of("used{id=\"a\"} %s\nused{id=\"b\"} 7\n".formatted(value));

    assertThat(metrics.first(List.of("used"))).hasValue(7);
  }

  @Test
  void shouldHaveNothingWhenNoSampleIsANumber() {
    assertThat(MetricsText.of("used NaN").first(List.of("used"))).isEmpty();
  }

  @Test
  void shouldTakeTheFirstNameThatThereIs() {
    MetricsText metrics = MetricsText.of("second 2\nthird 3\n");

    assertThat(metrics.first(List.of("first", "second", "third"))).hasValue(2);
  }

  @Test
  void shouldFollowTheOrderOfTheNamesWhateverThatOfTheText() {
    MetricsText metrics = MetricsText.of("third 3\nsecond 2\n");

    assertThat(metrics.first(List.of("second", "third"))).hasValue(2);
  }

  @Test
  void shouldFindNothingWhenNoNameIsThere() {
    assertThat(MetricsText.of(PYTHON).first(List.of("process_cpu", "memory_bytes"))).isEmpty();
  }

  @Test
  void shouldFindNothingOnAPageOfHtml() {
    assertThat(MetricsText.of("<html>\n<p>used 7</p>\n</html>").sums()).isEmpty();
  }

  @Test
  void shouldReadLinesThatEndAsThoseOfWindows() {
    assertThat(MetricsText.of("used 7\r\nused 8\r\n").first(List.of("used"))).hasValue(15);
  }
}
