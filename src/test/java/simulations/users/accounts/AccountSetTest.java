package simulations.users.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSetTest {

  private static final int DRAWS = 100_000;

  @Test
  void shouldDrawFourOfFiveAccountsFromTheFirstFifth() {
    AccountSet accounts = new AccountSet(100);
    long demanded =
        Stream.generate(accounts::id).limit(DRAWS).filter(id -> number(id) < 20).count();

    assertThat(demanded / (double) DRAWS).isBetween(0.79, 0.81);
  }

  @Test
  void shouldDrawEveryAccountAndNoOther() {
    AccountSet accounts = new AccountSet(100);
    Set<Integer> drawn =
        Stream.generate(accounts::id)
            .limit(DRAWS)
            .map(AccountSetTest::number)
            .collect(Collectors.toSet());

    assertThat(drawn).hasSize(100).allMatch(number -> number >= 0 && number < 100);
  }

  private static int number(String id) {
    assertThat(id).startsWith("acc_");
    return Integer.parseInt(id.substring("acc_".length()));
  }

  @Test
  void shouldDrawFiveDifferentAccountsAtATime() {
    assertThat(Stream.generate(new AccountSet(5)::batch).limit(100))
        .allMatch(batch -> Set.of(batch.split(",")).size() == 5);
  }

  @Test
  void shouldBeginPagesWithinTheSet() {
    assertThat(Stream.generate(new AccountSet(120)::offset).limit(1_000).distinct())
        .containsExactlyInAnyOrder(0, 50, 100);
    assertThat(new AccountSet(50).offset()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 5000, 50", "100, 120, 20", "100, 150, 50", "100, 100, 0", "100, 90, 0"})
  void shouldKnowHowLongAPageIs(int offset, int total, int size) {
    assertThat(AccountSet.pageSize(offset, total)).isEqualTo(size);
  }
}
