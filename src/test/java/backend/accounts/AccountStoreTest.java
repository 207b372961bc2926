package backend.accounts;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

import backend.kit.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountStoreTest {

  private final Database database = Database.inMemory();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void shouldDropTheOldestOfTooManyCreatedAccounts() {
    AccountStore store = new AccountStore(database, 1, Duration.ZERO, 2);
    assertThat(store.insert(account("first"))).isEmpty();
    assertThat(store.insert(account("second"))).isEmpty();
    assertThat(store.insert(account("third"))).contains("first");

    assertThat(store.find("first")).isEmpty();
    AccountStore.Page page = store.page(5, 4_999);
    assertThat(page.total()).isEqualTo(5_002);
    assertThat(page.accounts())
        .extracting(Account::id)
        .containsExactly("acc_4999", "second", "third");
  }

  private static Account account(String id) {
    return new Account(id, "New", 10, "active", Instant.EPOCH, Instant.EPOCH, 1);
  }

  @Test
  void shouldMakeCallsWaitForEachOther() {
    AccountStore store = new AccountStore(database, 2, Duration.ofMillis(50), 2);
    ExecutorService threads = Executors.newFixedThreadPool(10);
    long start = System.nanoTime();
    List<CompletableFuture<?>> calls =
        Stream.<CompletableFuture<?>>generate(() -> runAsync(() -> store.find("acc_1"), threads))
            .limit(10)
            .toList();
    calls.forEach(CompletableFuture::join);
    threads.shutdown();

    // Ten calls of 50 ms, two at a time.
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(250_000_000L);
  }
}
