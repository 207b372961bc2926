package loadgate.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuShareTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void shouldHaveNoShareAtTheFirstReading() {
    assertThat(new CpuShare(1).percent(5, 10 * SECOND)).isEmpty();
  }

  @Test
  void shouldBeTheShareOfTheTimeThatPassed() {
    CpuShare cpu = readAt10Seconds(1, 5);

    assertThat(cpu.percent(6, 14 * SECOND)).hasValue(25);
  }

  @Test
  void shouldBeOfAllCores() {
    CpuShare cpu = readAt10Seconds(4, 5);

    assertThat(cpu.percent(7, 11 * SECOND)).hasValue(50);
  }

  @Test
  void shouldBeSinceTheReadingBefore() {
    CpuShare cpu = readAt10Seconds(1, 5);
    cpu.percent(6, 11 * SECOND);

    assertThat(cpu.percent(6.5, 12 * SECOND)).hasValue(50);
  }

  @Test
  void shouldBeZeroWhenNothingWasUsed() {
    CpuShare cpu = readAt10Seconds(1, 5);

    assertThat(cpu.percent(5, 11 * SECOND)).hasValue(0);
  }

  @Test
  void shouldBeAtMostAll() {
    CpuShare cpu = readAt10Seconds(2, 5);

    assertThat(cpu.percent(8, 11 * SECOND)).hasValue(100);
  }

  @Test
  void shouldHaveNoShareWhenLessWasUsedThanBefore() {
    CpuShare cpu = readAt10Seconds(1, 5);

    assertThat(cpu.percent(4.9, 11 * SECOND)).isEmpty();
  }

  @Test
  void shouldHaveAShareAgainAfterTheProcessWasStartedAnew() {
    CpuShare cpu = readAt10Seconds(1, 5);
    cpu.percent(0.25, 11 * SECOND);

    assertThat(cpu.percent(0.5, 12 * SECOND)).hasValue(25);
  }

  @Test
  void shouldHaveNoShareOfNoTime() {
    CpuShare cpu = readAt10Seconds(1, 5);

    assertThat(cpu.percent(6, 10 * SECOND)).isEmpty();
  }

  private static CpuShare readAt10Seconds(int cores, double usedSeconds) {
    CpuShare cpu = new CpuShare(cores);
    cpu.percent(usedSeconds, 10 * SECOND);
    return cpu;
  }
}
