package backend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backend.kit.ApiException;
import backend.kit.Database;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTest {

  private static final Registration ADA =
      new Registration("ada", "ada@example.com", "SecurePass123!", null, null);

  private Database database;
  private Accounts accounts;

  @BeforeEach
  void open() {
    database = Database.inMemory();
    accounts = new Accounts(new UserStore(database), new Passwords(4));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void shouldNotLetInactiveUsersIn() {
    User user = accounts.register(ADA);
    database.update("UPDATE users SET is_active = FALSE");
    assertThatThrownBy(() -> accounts.authenticate("ada", "SecurePass123!"))
        .isInstanceOf(ApiException.class)
        .hasMessage("Inactive user");
    assertThatThrownBy(() -> accounts.byId(user.id())).hasMessage("Inactive user");
  }

  @Test
  void shouldNotKnowADeletedUser() {
    assertThatThrownBy(() -> accounts.byId(UUID.randomUUID())).hasMessage("User not found");
  }

  @Test
  void shouldNotGiveAwayATakenEmail() {
    accounts.register(ADA);
    User eve =
        accounts.register(new Registration("eve", "eve@example.com", "SecurePass123!", null, null));
    assertThatThrownBy(() -> accounts.update(eve, new ProfileChange(null, null, "ada@example.com")))
        .hasMessage("Email already registered");
  }

  @Test
  void shouldKeepWhatIsNotChanged() {
    User ada = accounts.register(ADA);
    accounts.update(ada, new ProfileChange("Ada", null, null));
    User changed = accounts.update(ada, new ProfileChange(null, "Lovelace", null));
    assertThat(changed.firstName()).isEqualTo("Ada");
    assertThat(changed.lastName()).isEqualTo("Lovelace");
    assertThat(changed.email()).isEqualTo("ada@example.com");
  }

  @Test
  void shouldTellLongPasswordsApart() {
    String seventyTwo = "Aa1" + "x".repeat(69);
    Passwords passwords = new Passwords(4);
    String hash = passwords.hash(seventyTwo + "one");
    assertThat(passwords.matches(seventyTwo + "one", hash)).isTrue();
    assertThat(passwords.matches(seventyTwo + "two", hash)).isFalse();
  }

  @Test
  void shouldKeepSecretsOutOfText() {
    assertThat(accounts.register(ADA).toString()).doesNotContain("$2a$");
    assertThat(ADA.toString()).doesNotContain("SecurePass123!");
  }
}
