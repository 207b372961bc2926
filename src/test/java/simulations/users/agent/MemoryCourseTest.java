package simulations.users.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryCourseTest {

  private static MemoryCourse course(double... megabytes) {
    MemoryCourse course = new MemoryCourse();
    for (int i = 0; i < megabytes.length; i++) {
      course.add(1_000L * i, megabytes[i]);
    }
    return course;
  }

  @Test
  void shouldCompareTheLastFifthOfTheTimeWithTheFirst() {
    // 0 to 10: up to 2, and from 8 on: (120 + 130 + 140) / (90 + 100 + 110).
    MemoryCourse course = course(90, 100, 110, 999, 999, 999, 999, 999, 120, 130, 140);

    assertThat(course.growthPercent()).hasValue(130);
  }

  @Test
  void shouldCompareTwoReadings() {
    assertThat(course(200, 100).growthPercent()).hasValue(50);
  }

  @Test
  void shouldNotSpeakOfGrowthWithOneReading() {
    assertThat(course(200).growthPercent()).isEmpty();
    assertThat(course().growthPercent()).isEmpty();
  }
}
