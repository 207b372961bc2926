package loadgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionTest {

  @ParameterizedTest
  @CsvSource({
    "BELOW, 99.9, true",
    "BELOW, 100, false",
    "BELOW, 100.1, false",
    "ABOVE, 100.1, true",
    "ABOVE, 100, false",
    "ABOVE, 99.9, false"
  })
  void shouldPassOnItsSideOfTheLimitAlone(Direction direction, double value, boolean passes) {
    assertThat(direction.passes(value, 100)).isEqualTo(passes);
  }
}
