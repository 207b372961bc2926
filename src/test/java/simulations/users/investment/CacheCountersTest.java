package simulations.users.investment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CacheCountersTest {

  @Test
  void shouldCountTheHitsOfTheTimeBetween() {
    CacheCounters before = new CacheCounters(1_000, 500);
    CacheCounters after = new CacheCounters(1_030, 510);

    assertThat(after.since(before)).isEqualTo(new CacheCounters(30, 10));
    assertThat(after.since(before).hitPercent()).contains(75.0);
  }

  @Test
  void shouldKnowNothingWhenNothingWasCounted() {
    CacheCounters same = new CacheCounters(7, 7);

    assertThat(same.since(same).hitPercent()).isEmpty();
  }

  @Test
  void shouldKnowNothingOfATargetThatWasRestarted() {
    assertThat(new CacheCounters(3, 9).since(new CacheCounters(5, 2)).hitPercent()).isEmpty();
  }
}
