package loadgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import loadgate.metrics.Metric.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "3, 2, 3, 2",
    "9999, 1, 9999, 1",
    "30000, 10000, 7500, 2500",
    "1999999, 1, 9999, 1"
  })
  void shouldBeOneForEachOrTenThousandInProportion(long hits, long misses, int ok, int ko) {
    List<Sample> samples = Sample.rates(hits, misses);

    assertThat(samples).filteredOn(Sample::ok).hasSize(ok);
    assertThat(samples).filteredOn(sample -> !sample.ok()).hasSize(ko);
  }

  @ParameterizedTest
  @CsvSource({"9.99, 9, 10", "10, 10, 10", "10.01, 10, 11"})
  void shouldKeepTheSideOfAWholeLimit(double value, int floor, int ceiling) {
    assertThat(Sample.floor(value).value()).isEqualTo(floor);
    assertThat(Sample.ceiling(value).value()).isEqualTo(ceiling);
    assertThat(floor < 10).isEqualTo(value < 10);
    assertThat(ceiling > 10).isEqualTo(value > 10);
  }

  @Test
  void shouldCarryItsDuration() {
    assertThat(Sample.timed(false, 250)).isEqualTo(new Sample(false, 250));
  }
}
