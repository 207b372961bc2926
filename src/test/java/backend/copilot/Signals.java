package backend.copilot;

import backend.copilot.CrmAccount.Deal;
import java.util.List;

/**
 * Measures of how an account is doing.
 *
 * @param trend by how many percent of its mean the monthly revenue grows in a month, by least
 *     squares, with one decimal
 * @param pipeline the open deals, each with its chance as its weight
 * @param stalledDeals open deals that nothing happened to for more than 30 days
 * @param stalledAmount of these, without weights
 * @param engagement 0 (silence) to 100
 * @param risk that the customer leaves, 0 to 100
 */
record Signals(
    double trend, long pipeline, int stalledDeals, long stalledAmount, int engagement, int risk) {

  private static final int STALLED_DAYS = 30;

  static Signals of(CrmAccount account) {
    double trend = Math.round(trend(account.monthlyRevenue()) * 10) / 10.0;
    List<Deal> stalled =
        account.openDeals().stream().filter(deal -> deal.idleDays() > STALLED_DAYS).toList();
    return new Signals(
        trend,
        account.openDeals().stream().mapToLong(deal -> deal.amount() * deal.chance() / 100).sum(),
        stalled.size(),
        stalled.stream().mapToLong(Deal::amount).sum(),
        Math.max(0, Math.min(100, 10 * account.contacts() - account.daysSinceContact())),
        risk(trend, account));
  }

  /** Up to 40 for falling revenue, 30 for silence and 30 for complaints. */
  private static int risk(double trend, CrmAccount account) {
    double falling = Math.min(40, Math.max(0, -trend) * 8);
    double silence = Math.min(30, account.daysSinceContact() / 2.0);
    double complaints = Math.min(30, account.openTickets() * 7.5);
    return (int) Math.round(falling + silence + complaints);
  }

  private static double trend(List<Long> months) {
    double mean = months.stream().mapToLong(Long::longValue).average().orElse(0);
    double middle = (months.size() - 1) / 2.0;
    double covariance = 0;
    double variance = 0;
    for (int month = 0; month < months.size(); month++) {
      covariance += (month - middle) * (months.get(month) - mean);
      variance += (month - middle) * (month - middle);
    }
    return mean == 0 || variance == 0 ? 0 : 100 * covariance / variance / mean;
  }
}
