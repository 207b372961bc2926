package backend.copilot;

import static org.assertj.core.api.Assertions.assertThat;

import backend.copilot.CrmAccount.Deal;
import backend.copilot.Recommendation.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsTest {

  private static final List<Long> STEADY = List.of(100L, 100L, 100L, 100L);

  private static CrmAccount account(List<Long> months, int days, int contacts, int tickets) {
    return new CrmAccount("acc", months, List.of(), days, contacts, tickets);
  }

  @Test
  void shouldFindTheTrendByLeastSquares() {
    // The mean is 115 and the slope 10 a month.
    assertThat(Signals.of(account(List.of(100L, 110L, 120L, 130L), 0, 0, 0)).trend())
        .isEqualTo(8.7);
    // The slope is (-1.5 * 20 - 0.5 * 0 + 0.5 * -20 + 1.5 * 0) / 5 = -8 around a mean of 100.
    assertThat(Signals.of(account(List.of(120L, 100L, 80L, 100L), 0, 0, 0)).trend())
        .isEqualTo(-8.0);
    assertThat(Signals.of(account(STEADY, 0, 0, 0)).trend()).isZero();
  }

  @Test
  void shouldWeighDealsByTheirChance() {
    CrmAccount account =
        new CrmAccount(
            "acc",
            STEADY,
            List.of(new Deal("proposal", 10_000, 50, 30), new Deal("negotiation", 5_000, 80, 31)),
            0,
            0,
            0);
    Signals signals = Signals.of(account);

    assertThat(signals.pipeline()).isEqualTo(9_000);
    assertThat(signals.stalledDeals()).isEqualTo(1);
    assertThat(signals.stalledAmount()).isEqualTo(5_000);
  }

  @Test
  void shouldKeepEngagementWithinItsScale() {
    assertThat(Signals.of(account(STEADY, 12, 5, 0)).engagement()).isEqualTo(38);
    assertThat(Signals.of(account(STEADY, 0, 11, 0)).engagement()).isEqualTo(100);
    assertThat(Signals.of(account(STEADY, 30, 1, 0)).engagement()).isZero();
  }

  @Test
  void shouldAddUpTheRisks() {
    assertThat(Signals.of(account(STEADY, 0, 0, 0)).risk()).isZero();
    assertThat(Signals.of(account(STEADY, 20, 0, 2)).risk()).isEqualTo(25);
    assertThat(Signals.of(account(List.of(120L, 100L, 80L, 100L), 59, 0, 4)).risk()).isEqualTo(100);
  }

  @Test
  void shouldRecommendTheMostUrgentFirst() {
    CrmAccount account =
        new CrmAccount(
            "acc",
            STEADY,
            List.of(new Deal("proposal", 10_000, 50, 31), new Deal("proposal", 90_000, 50, 1)),
            22,
            0,
            3);

    assertThat(Recommendation.of(account, Signals.of(account)))
        .containsExactly(
            new Recommendation(Priority.HIGH, "Have the complaints answered", "3 tickets are open"),
            new Recommendation(
                Priority.MEDIUM,
                "Take up the stalled deals again",
                "1 deals over 10000 have not moved for 30 days"),
            new Recommendation(Priority.MEDIUM, "Call the customer", "Nobody has for 22 days"));
  }

  @Test
  void shouldRecommendByTheTrend() {
    CrmAccount falling = account(List.of(120L, 100L, 80L, 100L), 0, 0, 0);
    CrmAccount growing = account(List.of(100L, 110L, 120L, 130L), 0, 0, 0);

    assertThat(Recommendation.of(falling, Signals.of(falling)))
        .containsExactly(
            new Recommendation(
                Priority.HIGH, "Offer a plan to stay", "Revenue falls by 8.0 % a month"));
    assertThat(Recommendation.of(growing, Signals.of(growing)))
        .containsExactly(
            new Recommendation(
                Priority.LOW, "Propose a larger contract", "Revenue grows by 8.7 % a month"));
  }

  @Test
  void shouldAlwaysRecommendSomething() {
    CrmAccount steady = account(STEADY, 21, 0, 2);

    assertThat(Recommendation.of(steady, Signals.of(steady)))
        .containsExactly(
            new Recommendation(Priority.LOW, "Keep in touch as before", "All is well"));
  }

  @Test
  void shouldKnowTheSameOfAnAccountEveryTime() {
    assertThat(CrmAccount.of("ACC-LOAD-1000")).isEqualTo(CrmAccount.of("ACC-LOAD-1000"));
    assertThat(CrmAccount.of("ACC-LOAD-1000")).isNotEqualTo(CrmAccount.of("ACC-LOAD-1001"));
    assertThat(CrmAccount.of("ACC-LOAD-1000").monthlyRevenue()).hasSize(12);
  }
}
