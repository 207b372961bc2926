package backend.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final LocalDate MONDAY = LocalDate.of(2025, 6, 30);

  private static Day day(double high, double low, double close) {
    return new Day(MONDAY, close, high, low, close, 100);
  }

  @Test
  void shouldPutTheStochasticBetweenLowAndHigh() {
    // Low 10, high 20, close 15.
    assertThat(new History(List.of(day(12, 10, 11), day(20, 14, 15))).stochastic()).isEqualTo(50);
    assertThat(new History(List.of(day(12, 10, 11), day(20, 14, 20))).stochastic()).isEqualTo(100);
    assertThat(new History(List.of(day(10, 10, 10))).stochastic()).isEqualTo(50);
  }

  @Test
  void shouldCountGapsAsRange() {
    // From the close of 10 before up to 16, then from the close of 15 before down to 9.
    History history = new History(List.of(day(10, 10, 10), day(16, 14, 15), day(12, 9, 11)));

    assertThat(history.averageTrueRange()).isEqualTo(6);
  }

  @Test
  void shouldCompareTheLastCloseWithEarlierOnes() {
    History history = new History(List.of(day(8, 8, 8), day(10, 10, 10), day(12, 12, 12)));

    assertThat(history.change()).isEqualTo(2);
    assertThat(history.changePercent()).isEqualTo(20);
    assertThat(history.changePercent(2)).isEqualTo(50);
  }

  @Test
  void shouldHaveNoChangeWithinOneDay() {
    assertThat(new History(List.of(day(8, 8, 8))).changePercent()).isZero();
  }

  @Test
  void shouldGenerateTheSameYearEveryTime() {
    Asset euro = Assets.find("EURUSD").orElseThrow();

    assertThat(History.of(euro).latest(252)).hasSize(252).isEqualTo(History.of(euro).latest(252));
    assertThat(History.of(euro).lastDay().close()).isCloseTo(1.1787, within(1e-9));
  }

  @Test
  void shouldMoveACurrencyPairInSmallSteps() {
    History euro = History.of(Assets.find("EURUSD").orElseThrow());

    assertThat(euro.changePercent(1)).isBetween(-3.0, 3.0).isNotZero();
  }
}
