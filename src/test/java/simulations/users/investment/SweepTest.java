package simulations.users.investment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static List<String> symbols(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "S" + i).toList();
  }

  @Test
  void shouldEndWithThePageThatReachesTheTotal() {
    Sweep first = Sweep.begin().listed(1_000).quoted(symbols(0, 500));
    Sweep second = first.listed(1_000).quoted(symbols(500, 1_000));

    assertThat(first.over()).isFalse();
    assertThat(first.offset()).isEqualTo(500);
    assertThat(second.over()).isTrue();
    assertThat(second.quoted()).hasSize(1_000);
    assertThat(second.missing()).isZero();
    assertThat(second.repeated()).isZero();
  }

  @Test
  void shouldEndWithThePageThatIsNotFull() {
    Sweep sweep = Sweep.begin().listed(2_000).quoted(symbols(0, 499));

    assertThat(sweep.over()).isTrue();
    assertThat(sweep.missing()).isEqualTo(1_501);
  }

  @Test
  void shouldCountTheStocksOfASkippedPageAsMissing() {
    Sweep sweep =
        Sweep.begin()
            .listed(1_200)
            .quoted(symbols(0, 500))
            .skipped()
            .listed(1_200)
            .quoted(symbols(1_000, 1_200));

    assertThat(sweep.over()).isTrue();
    assertThat(sweep.missing()).isEqualTo(500);
  }

  @Test
  void shouldEndWithTheLastPageEvenWhenItIsSkipped() {
    Sweep sweep = Sweep.begin().listed(700).quoted(symbols(0, 500)).skipped();

    assertThat(sweep.over()).isTrue();
    assertThat(sweep.missing()).isEqualTo(200);
  }

  @Test
  void shouldEndWhenThereIsNoTotal() {
    Sweep sweep = Sweep.begin().skipped();

    assertThat(sweep.over()).isTrue();
    assertThat(sweep.missing()).isEqualTo(500);
  }

  @Test
  void shouldCountWhatWasQuotedBefore() {
    Sweep sweep = Sweep.begin().listed(1_500).quoted(symbols(0, 500)).quoted(symbols(300, 800));

    assertThat(sweep.repeated()).isEqualTo(200);
    assertThat(sweep.quoted()).hasSize(800);
  }

  @Test
  void shouldMissNothingWhenMoreWasQuotedThanAnnounced() {
    assertThat(Sweep.begin().listed(100).quoted(symbols(0, 120)).missing()).isZero();
  }
}
