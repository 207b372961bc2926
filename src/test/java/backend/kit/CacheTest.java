package backend.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CacheTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicLong now = new AtomicLong();
  private final Cache cache = new Cache(true, true, 100, now::get);

  @Test
  void shouldKeepEachValueForItsLifetimeUnlessRemoved() {
    cache.put("short", 1, Duration.ofSeconds(30));
    cache.put("long", 2, MINUTE);
    now.addAndGet(Duration.ofSeconds(30).toNanos());

    assertThat(cache.find("short")).isEmpty();
    assertThat(cache.find("long")).contains(2);
    cache.remove("long");
    assertThat(cache.find("long")).isEmpty();
  }

  @Test
  void shouldComputeOnceForAllThatMissTheSameKeyAtOnce() {
    AtomicLong computed = new AtomicLong();
    IntStream.range(0, 32)
        .parallel()
        .forEach(i -> cache.get("a", MINUTE, computed::incrementAndGet));

    assertThat(computed).hasValue(1);
    assertThat(cache.misses()).isEqualTo(1);
    assertThat(cache.hits()).isEqualTo(31);
  }

  @Test
  void shouldNotKeepAFailure() {
    assertThatThrownBy(() -> cache.get("a", MINUTE, () -> Integer.parseInt("none")))
        .isInstanceOf(NumberFormatException.class);
    assertThat(cache.<Integer>get("a", MINUTE, () -> 1)).isEqualTo(1);
    assertThat(cache.misses()).isEqualTo(2);
  }
}
