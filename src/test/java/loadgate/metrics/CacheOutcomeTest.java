package loadgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import loadgate.model.CacheHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CacheOutcomeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HIT                                         | HIT
          hit                                         | HIT
          MISS                                        | MISS
          Hit from cloudfront                         | HIT
          RefreshHit from cloudfront                  | HIT
          OriginShieldHit from cloudfront             | HIT
          Miss from cloudfront                        | MISS
          Error from cloudfront                       | MISS
          TCP_HIT from a23-0-0-1.deploy.akamai.net    | HIT
          TCP_MEM_HIT from a23-0-0-1.deploy.akamai.net | HIT
          TCP_REFRESH_HIT from a23-0-0-1              | HIT
          TCP_MISS from a23-0-0-1.deploy.akamai.net   | MISS
          TCP_REFRESH_MISS from a23-0-0-1             | MISS
          MISS, HIT                                   | HIT
          HIT, MISS                                   | HIT
          MISS, MISS                                  | MISS
          MISS from hit-proxy.example                 | MISS
          HIT from miss-proxy.example:3128            | HIT
          CONFIG_NOCACHE                              | MISS
          PRIVATE_NOSTORE                             | MISS
          uncacheable                                 | MISS
          """)
  void shouldReadXCache(String value, CacheOutcome expected) {
    assertThat(outcome(CacheHeader.X_CACHE, value)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "HIT, HIT",
    "STALE, HIT",
    "UPDATING, HIT",
    "REVALIDATED, HIT",
    "MISS, MISS",
    "EXPIRED, MISS",
    "BYPASS, MISS"
  })
  void shouldReadXCacheStatus(String value, CacheOutcome expected) {
    assertThat(outcome(CacheHeader.X_CACHE_STATUS, value)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "HIT, HIT",
    "STALE, HIT",
    "UPDATING, HIT",
    "REVALIDATED, HIT",
    "MISS, MISS",
    "EXPIRED, MISS",
    "BYPASS, MISS",
    "DYNAMIC, MISS",
    "NONE/UNKNOWN, MISS"
  })
  void shouldReadCfCacheStatus(String value, CacheOutcome expected) {
    assertThat(outcome(CacheHeader.CF_CACHE_STATUS, value)).contains(expected);
  }

  /** Most of them are the examples of RFC 9211. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ExampleCache; hit                                                     | HIT
          ExampleCache; hit; ttl=376                                            | HIT
          ExampleCache; hit; ttl=-412                                           | HIT
          OriginCache; hit; ttl=1100, "CDN Company Here"; hit; ttl=545          | HIT
          OriginCache; hit; ttl=1100, "CDN, Company Here"; hit; ttl=545         | HIT
          OriginCache; fwd=miss, ReverseProxyCache; hit; ttl=545                | HIT
          OriginCache; hit; ttl=1100, ReverseProxyCache; fwd=miss; stored       | HIT
          ExampleCache;hit                                                      | HIT
          ExampleCache; hit=?1                                                  | HIT
          "hit; miss"; hit                                                      | HIT
          "a \\"quoted; name\\", b"; hit                                        | HIT
          ExampleCache; detail=memory; hit                                      | HIT
          ExampleCache; fwd=uri-miss; stored                                    | MISS
          ExampleCache; fwd=uri-miss; collapsed                                 | MISS
          ExampleCache; fwd=uri-miss; collapsed=?0                              | MISS
          ExampleCache; fwd=stale; fwd-status=304                               | MISS
          ExampleCache; fwd=request; fwd-status=200                             | MISS
          ExampleCache; fwd=bypass; detail="hit"                                | MISS
          ExampleCache; fwd=miss; detail="x; hit"                               | MISS
          ExampleCache; fwd=miss; detail="a, b; hit"                            | MISS
          ExampleCache; fwd=miss; detail="say \\"; hit; \\" twice"              | MISS
          ExampleCache; fwd=miss; key=hit                                       | MISS
          hit; fwd=miss                                                         | MISS
          ExampleCache; hit=?0                                                  | MISS
          """)
  void shouldReadCacheStatus(String value, CacheOutcome expected) {
    assertThat(outcome(CacheHeader.CACHE_STATUS, value)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, MISS", "1, HIT", "15, HIT", "' 15 ', HIT", "2147483648, HIT"})
  void shouldReadAge(String value, CacheOutcome expected) {
    assertThat(outcome(CacheHeader.AGE, value)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "X_CACHE, ''",
    "X_CACHE, whatever",
    "X_CACHE, HITS",
    "X_CACHE_STATUS, -",
    "CACHE_STATUS, ExampleCache",
    "CACHE_STATUS, ExampleCache; detail=memory",
    "CACHE_STATUS, hit",
    "CACHE_STATUS, ExampleCache; hitting",
    "AGE, ''",
    "AGE, -1",
    "AGE, soon",
    "AGE, 1.5"
  })
  void shouldSayNothingWhenTheHeaderSaysNothing(CacheHeader header, String value) {
    assertThat(outcome(header, value)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CacheHeader.class)
  void shouldSayNothingWithoutAHeader(CacheHeader header) {
    assertThat(CacheOutcome.of(header, List.of())).isEmpty();
  }

  @Test
  void shouldReadSeveralHeaderLinesAsOne() {
    assertThat(CacheOutcome.of(CacheHeader.X_CACHE, List.of("MISS", "HIT")))
        .contains(CacheOutcome.HIT);
    assertThat(
            CacheOutcome.of(
                CacheHeader.CACHE_STATUS, List.of("Origin; fwd=miss", "Edge; hit; ttl=5")))
        .contains(CacheOutcome.HIT);
  }

  @Test
  void shouldTakeTheFirstAgeThatIsANumber() {
    assertThat(CacheOutcome.of(CacheHeader.AGE, List.of("soon", "0", "15")))
        .contains(CacheOutcome.MISS);
  }

  private static Optional<CacheOutcome> outcome(CacheHeader header, String value) {
    return CacheOutcome.of(header, List.of(value));
  }
}
