package backend.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TwoLevelCacheTest {

  private static final Duration LIFETIME = Duration.ofSeconds(30);

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger loads = new AtomicInteger();

  /** A first level of one entry makes the second level be asked. */
  private final TwoLevelCache cache = new TwoLevelCache(true, now::get, 1);

  private int price(TwoLevelCache asked, String symbol) {
    return asked
        .get(DataType.PRICE, symbol, LIFETIME, () -> Optional.of(loads.incrementAndGet()))
        .orElseThrow();
  }

  @Test
  void shouldLoadOnceAndKeep() {
    assertThat(price(cache, "AAPL")).isEqualTo(1);
    assertThat(price(cache, "AAPL")).isEqualTo(1);

    assertThat(cache.figures(DataType.PRICE).hits()).isEqualTo(1);
    assertThat(cache.figures(DataType.PRICE).misses()).isEqualTo(1);
    assertThat(cache.figures(DataType.PRICE).hitRatePercent()).isEqualTo(50);
    assertThat(cache.firstLevel().figures().hits()).isEqualTo(1);
    assertThat(cache.secondLevel().figures().hits()).isZero();
  }

  @Test
  void shouldFindInTheSecondLevelWhatTheFirstHasNoRoomFor() {
    price(cache, "AAPL");
    price(cache, "MSFT");
    price(cache, "AAPL");
    price(cache, "MSFT");

    assertThat(loads).hasValue(2);
    assertThat(cache.figures(DataType.PRICE).hits()).isEqualTo(2);
    assertThat(cache.secondLevel().figures().hits()).isGreaterThanOrEqualTo(1);
    assertThat(cache.secondLevel().figures().misses()).isEqualTo(2);
  }

  @Test
  void shouldLoadAgainAfterTheLifetime() {
    price(cache, "BTC");
    now.addAndGet(Duration.ofSeconds(29).toNanos());
    assertThat(price(cache, "BTC")).isEqualTo(1);
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(price(cache, "BTC")).isEqualTo(2);
  }

  @Test
  void shouldCountEntriesThatNobodyAskedForAgain() {
    price(cache, "BTC");
    price(cache, "ETH");
    now.addAndGet(Duration.ofSeconds(31).toNanos());

    assertThat(cache.secondLevel().pollution()).isEqualTo(new Level.Pollution(0, 2, 2, 100));
  }

  @Test
  void shouldTellTypesOfDataApart() {
    price(cache, "AAPL");
    cache.get(DataType.NARRATIVE, "AAPL", LIFETIME, () -> Optional.of("text"));

    assertThat(cache.figures(DataType.NARRATIVE).misses()).isEqualTo(1);
    assertThat(cache.figures(DataType.PRICE).misses()).isEqualTo(1);
  }

  @Test
  void shouldNotKeepThatThereIsNothing() {
    for (int i = 0; i < 2; i++) {
      assertThat(cache.get(DataType.PRICE, "TEST1000", LIFETIME, Optional::empty)).isEmpty();
    }
    assertThat(cache.figures(DataType.PRICE).misses()).isEqualTo(2);
    assertThat(cache.figures(DataType.PRICE).errors()).isZero();
  }

  @Test
  void shouldCountWhatCannotBeLoadedAsMissAndAsError() {
    assertThatThrownBy(
            () ->
                cache.get(
                    DataType.PRICE,
                    "EURUSD",
                    LIFETIME,
                    () -> {
                      throw new IllegalStateException("down");
                    }))
        .hasMessage("down");
    assertThat(cache.figures(DataType.PRICE).misses()).isEqualTo(1);
    assertThat(cache.figures(DataType.PRICE).errors()).isEqualTo(1);
  }

  @Test
  void shouldMissEveryTimeWhenItKeepsNothing() {
    TwoLevelCache forgetful = new TwoLevelCache(false, now::get, 1);
    assertThat(price(forgetful, "AAPL")).isEqualTo(1);
    assertThat(price(forgetful, "AAPL")).isEqualTo(2);
    assertThat(forgetful.figures(DataType.PRICE).hits()).isZero();
    assertThat(forgetful.figures(DataType.PRICE).misses()).isEqualTo(2);
  }

  @Test
  void shouldRecommendToKeepLongerWhatIsSeldomFound() {
    for (int i = 0; i < 100; i++) {
      price(cache, "TEST" + i);
    }

    assertThat(CacheStatistics.of(cache).recommendations())
        .containsExactly("keep price longer: 0.0 % of its lookups hit");
    assertThat(CacheStatistics.of(cache).overall())
        .isEqualTo(new CacheStatistics.Overall(100, 0, 100, 0, 0));
  }
}
