package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.model.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorSettingsTest {

  @TempDir Path folder;

  @Test
  void shouldTakeTheDefaultsWhenNothingIsTold() {
    assertThat(monitor(Map.of()))
        .isEqualTo(
            new MonitorSettings(
                true,
                Optional.empty(),
                Optional.empty(),
                List.of("process_cpu_seconds_total", "process_cpu_time_ns_total"),
                List.of("process_resident_memory_bytes", "jvm_memory_used_bytes"),
                Optional.empty(),
                0.2,
                new MonitorSettings.Busy(90, Duration.ofMillis(250), Duration.ofMillis(2))));
  }

  @Test
  void shouldReadWhereTheTargetIs() {
    MonitorSettings monitor =
        monitor(
            Map.of(
                "pid", "1",
                "metrics-url", "https://shop.example:8443/actuator/prometheus?match=jvm",
                "cpu-metrics", "my_cpu_seconds, other_cpu_ns",
                "memory-metrics", "[my_memory_bytes]",
                "cores", "16"));

    assertThat(monitor.pid()).hasValue(1);
    assertThat(monitor.metricsUrl())
        .hasValue(URI.create("https://shop.example:8443/actuator/prometheus?match=jvm"));
    assertThat(monitor.cpuMetrics()).containsExactly("my_cpu_seconds", "other_cpu_ns");
    assertThat(monitor.memoryMetrics()).containsExactly("my_memory_bytes");
    assertThat(monitor.cores()).hasValue(16);
  }

  @Test
  void shouldReadWhenTheLoadGeneratorIsTooBusy() {
    MonitorSettings monitor =
        monitor(
            Map.of("injector.cpu", "75.5%", "injector.gc-pauses", "1s", "injector.lag", "10ms"));

    assertThat(monitor.busy())
        .isEqualTo(new MonitorSettings.Busy(75.5, Duration.ofSeconds(1), Duration.ofMillis(10)));
  }

  @ParameterizedTest
  @CsvSource({"0%, 0", "50%, 0.5", "12.5%, 0.125"})
  void shouldReadTheWarmUpAsAShare(String written, double share) {
    assertThat(monitor(Map.of("warm-up", written)).warmUp()).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:9000/metrics",
        "//localhost:9000/metrics",
        "/metrics",
        "http:///metrics",
        "ftp://localhost/metrics",
        "http://local host/metrics",
        "http://me:secret@localhost/metrics"
      })
  void shouldRefuseAMetricsUrlThatIsNone(String url) {
    refuses("metrics-url", url, "is not a URL; allowed is http(s)://host[:port]/path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "0.2", "100%", "120%", "-1%", "20s", "some%"})
  void shouldRefuseAWarmUpThatIsNoShare(String written) {
    refuses("warm-up", written, "must be a percentage from 0% on and below 100%");
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "100%", "-5%"})
  void shouldRefuseALimitOfTheCpuThatIsNoShare(String written) {
    refuses("injector.cpu", written, "must be a percentage from 0% on and below 100%");
  }

  @ParameterizedTest
  @CsvSource({
    "pid, 0",
    "pid, -1",
    "pid, 1.5",
    "pid, java",
    "cores, 0",
    "cores, many",
  })
  void shouldRefuseANumberThatIsNotWholeFromOneOn(String key, String written) {
    refuses(
        key, written, "\"" + written + "\" is not allowed; allowed is a whole number from 1 on");
  }

  @ParameterizedTest
  @CsvSource({"injector.gc-pauses, 250", "injector.lag, 0ms", "injector.lag, 2%"})
  void shouldRefuseATimeThatIsNone(String key, String written) {
    refuses(
        key,
        written,
        "\""
            + written
            + "\" is not allowed; allowed is a duration in whole milliseconds above 0 such as"
            + " 200ms, 30s or 5m");
  }

  @Test
  void shouldRefuseAnUnknownKey() {
    refuses(
        "port",
        "9000",
        "unknown key; allowed here: cores, cpu-metrics, enabled, injector, memory-metrics,"
            + " metrics-url, pid, warm-up");
    refuses("injector.gc", "1s", "unknown key; allowed here: cpu, gc-pauses, lag");
  }

  @Test
  void shouldNameFileAndLineOfAMistake() {
    SettingsFile file =
        SettingsFile.valid().with("preflight = true", "preflight = true, monitor { pid = 0 }");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> file.load(folder))
        .withMessage(
            "gatling.conf:10: loadgate.monitor.pid: \"0\" is not allowed; allowed is a whole"
                + " number from 1 on");
  }

  private void refuses(String key, String written, String problem) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> monitor(Map.of(key, written)))
        .withMessage("-Dloadgate.monitor." + key + ": " + problem);
  }

  private MonitorSettings monitor(Map<String, String> told) {
    Map<String, String> properties = new HashMap<>();
    told.forEach((key, value) -> properties.put("loadgate.monitor." + key, value));
    return SettingsFile.valid().load(folder, Map.of(), properties).monitor();
  }
}
