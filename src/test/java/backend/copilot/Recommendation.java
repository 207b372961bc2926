package backend.copilot;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Something to do about an account. */
record Recommendation(Priority priority, String action, String reason) {

  enum Priority {
    HIGH,
    MEDIUM,
    LOW;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the signals call for, the most urgent first; there is always something to do. */
  static List<Recommendation> of(CrmAccount account, Signals signals) {
    List<Recommendation> found = new ArrayList<>();
    if (signals.stalledDeals() > 0) {
      found.add(
          new Recommendation(
              signals.stalledAmount() > signals.pipeline() ? Priority.HIGH : Priority.MEDIUM,
              "Take up the stalled deals again",
              "%d deals over %d have not moved for 30 days"
                  .formatted(signals.stalledDeals(), signals.stalledAmount())));
    }
    if (account.daysSinceContact() > 21) {
      found.add(
          new Recommendation(
              Priority.MEDIUM,
              "Call the customer",
              "Nobody has for %d days".formatted(account.daysSinceContact())));
    }
    if (signals.trend() < -1) {
      found.add(
          new Recommendation(
              Priority.HIGH,
              "Offer a plan to stay",
              String.format(Locale.ROOT, "Revenue falls by %.1f %% a month", -signals.trend())));
    }
    if (account.openTickets() >= 3) {
      found.add(
          new Recommendation(
              Priority.HIGH,
              "Have the complaints answered",
              "%d tickets are open".formatted(account.openTickets())));
    }
    if (signals.trend() > 1 && signals.risk() < 30) {
      found.add(
          new Recommendation(
              Priority.LOW,
              "Propose a larger contract",
              String.format(Locale.ROOT, "Revenue grows by %.1f %% a month", signals.trend())));
    }
    if (found.isEmpty()) {
      found.add(new Recommendation(Priority.LOW, "Keep in touch as before", "All is well"));
    }
    found.sort(Comparator.comparing(Recommendation::priority));
    return List.copyOf(found);
  }
}
