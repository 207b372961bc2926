package backend.copilot;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the customer relations system knows of an account; always the same for the same id.
 *
 * @param monthlyRevenue of the last twelve months, the oldest first
 * @param daysSinceContact since somebody last talked to the customer
 * @param contacts within the last quarter
 * @param openTickets complaints that wait for an answer
 */
record CrmAccount(
    String id,
    List<Long> monthlyRevenue,
    List<Deal> openDeals,
    int daysSinceContact,
    int contacts,
    int openTickets) {

  private static final int MONTHS = 12;
  private static final List<String> STAGES = List.of("qualification", "proposal", "negotiation");

  /**
   * Something that the customer may buy.
   *
   * @param chance of a sale in percent
   * @param idleDays since anything happened to it
   */
  record Deal(String stage, long amount, int chance, int idleDays) {}

  CrmAccount {
    monthlyRevenue = List.copyOf(monthlyRevenue);
    openDeals = List.copyOf(openDeals);
  }

  static CrmAccount of(String id) {
    Random random = new Random(id.hashCode());
    double revenue = 20_000 + random.nextInt(180_000);
    double growth = random.nextGaussian() * 0.02;
    List<Long> months = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      months.add(Math.round(revenue * (1 + random.nextGaussian() * 0.05)));
      revenue *= 1 + growth;
    }
    List<Deal> deals = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      int stage = random.nextInt(STAGES.size());
      deals.add(
          new Deal(
              STAGES.get(stage),
              1_000L * (5 + random.nextInt(96)),
              20 + 30 * stage,
              random.nextInt(60)));
    }
    return new CrmAccount(
        id, months, deals, random.nextInt(60), random.nextInt(12), random.nextInt(5));
  }
}
