package backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import backend.kit.Database;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
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

  private List<String> create(String id) {
    return store.create(new NewAccount(Optional.of(id), "New", BigDecimal.TEN)).dropped();
  }

  @Test
  void shouldDropTheOldestOfTooManyCreatedAccounts() {
    assertThat(create("first")).isEmpty();
    assertThat(create("second")).isEmpty();
    assertThat(create("third")).containsExactly("first");

    assertThat(store.find("first")).isEmpty();
    assertThat(store.find("second")).isPresent();
    assertThat(store.find("acc_0")).isPresent();
    assertThat(store.page(5, 4_999).total()).isEqualTo(5_002);
    assertThat(store.page(5, 4_999).accounts())
        .extracting(Account::id)
        .containsExactly("acc_4999", "second", "third");
  }

  @Test
  void shouldCountTheVersionsOfAnAccount() {
    AccountChange change =
        new AccountChange(Optional.empty(), Optional.of(new BigDecimal("2.50")), Optional.empty());
    store.change("acc_1", change);
    Account changed = store.change("acc_1", change).orElseThrow();

    assertThat(changed.version()).isEqualTo(3);
    assertThat(changed.revenue()).isEqualTo(new BigDecimal("2.5"));
    assertThat(changed.name()).isEqualTo("Account 1");
    assertThat(store.find("acc_1")).contains(changed);
    assertThat(store.change("nobody", change)).isEmpty();
  }
}
