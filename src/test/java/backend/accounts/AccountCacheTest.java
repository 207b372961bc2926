package backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AccountCacheTest {

  private final AtomicLong clock = new AtomicLong(-5);
  private final AccountCache cache = new AccountCache(2, Duration.ofSeconds(300), clock::get);

  private static Account account(String id, long version) {
    return new Account(
        id, "name", BigDecimal.ONE, Account.ACTIVE, Instant.EPOCH, Instant.EPOCH, version);
  }

  @Test
  void shouldKeepWhatWasUsedLast() {
    cache.put(account("a", 1));
    cache.put(account("b", 1));
    cache.find("a");
    cache.put(account("c", 1));

    assertThat(cache.find("a")).isPresent();
    assertThat(cache.find("b")).isEmpty();
    assertThat(cache.find("c")).isPresent();
  }

  @Test
  void shouldForgetAfterTheLifetimeHoweverOftenItIsRead() {
    cache.put(account("a", 1));
    clock.addAndGet(Duration.ofSeconds(300).toNanos() - 1);
    assertThat(cache.find("a")).isPresent();

    clock.incrementAndGet();
    assertThat(cache.find("a")).isEmpty();
  }

  @Test
  void shouldBeginANewLifetimeWithAChange() {
    cache.put(account("a", 1));
    clock.addAndGet(Duration.ofSeconds(200).toNanos());
    cache.put(account("a", 2));
    clock.addAndGet(Duration.ofSeconds(200).toNanos());

    assertThat(cache.find("a")).isPresent();
  }

  @Test
  void shouldNotReplaceANewerStateByAnOlderOne() {
    cache.put(account("a", 2));
    cache.put(account("a", 1));

    assertThat(cache.find("a").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void shouldForgetWhatIsRemoved() {
    cache.put(account("a", 1));
    cache.remove("a");

    assertThat(cache.find("a")).isEmpty();
  }
}
