package loadgate.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.model.GateLimits;
import loadgate.model.Measure;
import loadgate.model.StageMeasure;
import loadgate.model.Unit;

/** Reads {@code loadgate.gates} or the gates of a profile. */
final class GateReader {

  private static final String GLOBAL = "global";
  private static final String DETAILS = "details";

  private GateReader() {}

  static List<GateLimits> read(Section gates) {
    List<GateLimits> read = new ArrayList<>();
    for (String scope : gates.keys()) {
      Section section = gates.section(scope);
      Optional<String> userType = scope.equals(GLOBAL) ? Optional.empty() : Optional.of(scope);
      for (String key : section.keys()) {
        if (key.equals(DETAILS) && userType.isPresent()) {
          Section details = section.section(DETAILS);
          for (String name : details.keys()) {
            addAll(read, userType, Optional.of(name), details.section(name));
          }
        }
      }
      addAll(read, userType, Optional.empty(), section);
    }
    return List.copyOf(read);
  }

  private static void addAll(
      List<GateLimits> read, Optional<String> userType, Optional<String> detail, Section limits) {
    for (String key : limits.keys()) {
      if (key.equals(DETAILS) && detail.isEmpty() && userType.isPresent() || !limits.has(key)) {
        continue;
      }
      if (userType.isPresent() && detail.isEmpty() && holdsStatistics(limits, key)) {
        addValues(read, userType, key, limits.section(key));
        continue;
      }
      Measure measure = Measure.of(key);
      boolean ofOneRequest = detail.isPresent();
      if (measure.metric().isPresent() && (userType.isEmpty() || ofOneRequest)
          || measure.stageMeasure().isPresent() && ofOneRequest) {
        throw limits.error(
            key,
            "unknown measure; allowed here: "
                + Measure.namesOfRequests()
                + (ofOneRequest ? "" : ", " + StageMeasure.names()));
      }
      read.add(gate(userType, detail, measure, limits, key));
    }
  }

  /** {@code memory { max = 1GB }} and not {@code p95 { warn = 1s }}. */
  private static boolean holdsStatistics(Section limits, String key) {
    return limits.isSection(key)
        && limits.section(key).keys().stream().anyMatch(Measure::isStatisticOfValues);
  }

  private static void addValues(
      List<GateLimits> read, Optional<String> userType, String metric, Section statistics) {
    for (String statistic : statistics.keys()) {
      if (!Measure.isStatisticOfValues(statistic)) {
        throw statistics.error(statistic, "unknown statistic; allowed: " + Measure.namesOfValues());
      }
      if (statistics.has(statistic)) {
        Unit unit = unit(statistics, statistic);
        Measure measure = Measure.ofValues(metric, statistic, unit);
        read.add(gate(userType, Optional.empty(), measure, statistics, statistic));
      }
    }
  }

  private static Unit unit(Section limits, String key) {
    if (!limits.isSection(key)) {
      return limits.unit(key);
    }
    Section tiers = limits.section(key);
    return tiers.unit(tiers.has("fail") ? "fail" : "warn");
  }

  private static GateLimits gate(
      Optional<String> userType,
      Optional<String> detail,
      Measure measure,
      Section limits,
      String key) {
    OptionalDouble fail;
    OptionalDouble warn = OptionalDouble.empty();
    int minSamples = measure.minSamples().orElse(1);
    if (limits.isSection(key)) {
      Section tiers = limits.section(key);
      if (measure.minSamples().isPresent()) {
        tiers.only("fail", "warn", "min-samples");
      } else {
        tiers.only("fail", "warn");
      }
      fail = limit(tiers, "fail", measure);
      warn = limit(tiers, "warn", measure);
      if (fail.isEmpty() && warn.isEmpty()) {
        throw limits.error(key, "needs a limit: fail, warn or both");
      }
      if (tiers.has("min-samples")) {
        minSamples = tiers.wholeNumber("min-samples", 1);
      }
      checkOrder(limits, key, measure, fail, warn);
    } else {
      fail = limit(limits, key, measure);
    }
    return new GateLimits(userType, detail, measure, fail, warn, minSamples, limits.where(key));
  }

  private static void checkOrder(
      Section limits, String key, Measure measure, OptionalDouble fail, OptionalDouble warn) {
    if (fail.isPresent()
        && warn.isPresent()
        && measure.direction().passes(fail.getAsDouble(), warn.getAsDouble())) {
      throw limits.error(key, "the fail limit is reached before the warn limit; swap them");
    }
  }

  private static OptionalDouble limit(Section section, String key, Measure measure) {
    return section.has(key)
        ? OptionalDouble.of(section.limit(key, measure))
        : OptionalDouble.empty();
  }
}
