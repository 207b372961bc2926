package backend.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HourlyCountsTest {

  private static final Instant NOON = Instant.parse("2025-06-30T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final HourlyCounts counts = new HourlyCounts(settable());

  private Clock settable() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  private void countAfter(Duration sinceNoon) {
    now.set(NOON.plus(sinceNoon));
    counts.count();
  }

  @Test
  void shouldCountByTheHour() {
    countAfter(Duration.ofMinutes(1));
    countAfter(Duration.ofMinutes(59));
    countAfter(Duration.ofMinutes(61));

    assertThat(counts.byHour())
        .isEqualTo(Map.of(NOON, 2L, Instant.parse("2025-06-30T13:00:00Z"), 1L));
    assertThat(counts.ofLastDay()).isEqualTo(3);
  }

  @Test
  void shouldForgetAfterADay() {
    countAfter(Duration.ZERO);
    countAfter(Duration.ofHours(1));
    countAfter(Duration.ofHours(24));

    assertThat(counts.ofLastDay()).isEqualTo(2);
  }

  @Test
  void shouldForgetWithoutAnotherEvent() {
    countAfter(Duration.ZERO);
    now.set(NOON.plus(Duration.ofHours(23)));
    assertThat(counts.ofLastDay()).isEqualTo(1);
    now.set(NOON.plus(Duration.ofHours(24)));
    assertThat(counts.ofLastDay()).isZero();
  }
}
