package backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import backend.kit.Database;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountStoreTest {

  private final Database database = Database.inMemory();
  private final AccountStore store =
      new AccountStore(database, new DatabaseCalls(1, Duration.ZERO), 2);

  @AfterEach
  void drop() {
    database.close();
  }

  private Optional<String> insert(String id) {
    return store.insert(
        new Account(id, "New", 10, "active", AccountStore.now(), AccountStore.now(), 1));
  }

  @Test
  void shouldDropTheOldestOfTooManyCreatedAccounts() {
    assertThat(insert("first")).isEmpty();
    assertThat(insert("second")).isEmpty();
    assertThat(insert("third")).contains("first");

    assertThat(store.find("first")).isEmpty();
    AccountStore.Page page = store.page(5, 4_999);
    assertThat(page.total()).isEqualTo(5_002);
    assertThat(page.accounts())
        .extracting(Account::id)
        .containsExactly("acc_4999", "second", "third");
  }
}
