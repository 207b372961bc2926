package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import loadgate.model.Measure;
import loadgate.model.SettingsException;
import loadgate.settings.RegressionSettings.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegressionSettingsTest {

  @TempDir Path folder;

  private RegressionSettings regression(Map<String, String> told) {
    Map<String, String> properties = new HashMap<>();
    told.forEach((key, value) -> properties.put("loadgate.regression." + key, value));
    return SettingsFile.valid().load(folder, Map.of(), properties).regression();
  }

  @Test
  void shouldTakeTheDefaultsWhenNothingIsTold() {
    RegressionSettings regression = regression(Map.of());

    assertThat(regression.enabled()).isTrue();
    assertThat(regression.confidence()).isEqualTo(0.99);
    assertThat(regression.minRuns()).isEqualTo(5);
    assertThat(regression.maxRuns()).isEqualTo(50);
    assertThat(regression.tolerance(Measure.of("p95"))).isEqualTo(new Tolerance(0.1, 5));
    assertThat(regression.tolerance(Measure.of("failure-rate"))).isEqualTo(new Tolerance(0.1, 1));
    assertThat(regression.tolerance(Measure.of("cache-hit-rate"))).isEqualTo(new Tolerance(0.1, 5));
  }

  @Test
  void shouldReadATolerance() {
    RegressionSettings regression = regression(Map.of("p95.tolerance", "20%", "p95.floor", "8ms"));

    assertThat(regression.tolerance(Measure.of("p95"))).isEqualTo(new Tolerance(0.2, 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          confidence      | 0.99 | must be a percentage from 50% on and below 100%
          confidence      | 100% | must be a percentage from 50% on and below 100%
          min-runs        | 2    | "2" is not allowed; allowed is a whole number from 3 on
          max-runs        | 4    | "4" is not allowed; allowed is a whole number from 5 on
          p95.tolerance   | 20   | must be a percentage from 0% on and below 100%
          p90.tolerance   | 20%  | unknown key; allowed here: confidence, enabled, failure-rate, hit-rate, max-runs, min-runs, p50, p95, p99, throughput, typical-time; nearest is p50
          """)
  void shouldRefuseWhatMakesNoSense(String key, String value, String problem) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> regression(Map.of(key, value)))
        .withMessageEndingWith(problem);
  }
}
