package backend.regression;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How bad a drop in quality is. */
enum Severity {
  NONE,
  MINOR,
  MODERATE,
  SEVERE,
  CRITICAL;

  static Severity ofDrop(double percent) {
    if (percent < 5) {
      return NONE;
    }
    if (percent < 10) {
      return MINOR;
    }
    if (percent < 20) {
      return MODERATE;
    }
    return percent < 30 ? SEVERE : CRITICAL;
  }

  /** How loudly to tell of it. */
  String alertLevel() {
    return switch (this) {
      case NONE, MINOR -> "info";
      case MODERATE, SEVERE -> "warning";
      case CRITICAL -> "critical";
    };
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
