package backend.counting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentValuesTest {

  private final RecentValues values = new RecentValues();

  @Test
  void shouldHaveNoFiguresOfNothing() {
    assertThat(values.figures()).isEqualTo(new RecentValues.Figures(0, 0, 0, 0, 0, 0));
  }

  @Test
  void shouldTakePercentilesByNearestRank() {
    for (int millis = 100; millis >= 1; millis--) {
      values.record(millis * 1_000_000L);
    }

    assertThat(values.figures()).isEqualTo(new RecentValues.Figures(50.5, 50, 95, 99, 1, 100));
  }

  @Test
  void shouldForgetTheOldest() {
    values.record(9_000_000_000L);
    for (int i = 0; i < 1_024; i++) {
      values.record(1_000_000);
    }

    assertThat(values.figures().max()).isEqualTo(1);
  }
}
