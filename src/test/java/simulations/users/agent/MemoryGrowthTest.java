package simulations.users.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryGrowthTest {

  private static MemoryGrowth growth(double... megabytes) {
    MemoryGrowth growth = new MemoryGrowth();
    for (int i = 0; i < megabytes.length; i++) {
      growth.add(1_000L * i, megabytes[i]);
    }
    return growth;
  }

  @Test
  void shouldCompareTheLastFifthOfTheTimeWithTheFirst() {
    // 0 to 10: up to 2, and from 8 on: (120 + 130 + 140) / (90 + 100 + 110).
    MemoryGrowth growth = growth(90, 100, 110, 999, 999, 999, 999, 999, 120, 130, 140);

    assertThat(growth.percent()).hasValue(130);
  }

  @Test
  void shouldCompareTwoReadings() {
    assertThat(growth(200, 100).percent()).hasValue(50);
  }

  @Test
  void shouldHaveNoGrowthWithOneReading() {
    assertThat(growth(200).percent()).isEmpty();
    assertThat(growth().percent()).isEmpty();
  }
}
