package backend.validation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a change may go live. */
public enum Decision {
  APPROVE("The change may go live."),
  MANUAL_REVIEW("Have somebody look at the change before it goes live."),
  REJECT("The change must not go live."),
  /** Not decided yet, which no endpoint answers: they decide at once. */
  PENDING("Wait.");

  private final String recommendation;

  Decision(String recommendation) {
    this.recommendation = recommendation;
  }

  String recommendation() {
    return recommendation;
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
