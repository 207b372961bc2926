package loadgate.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.NearestName;
import loadgate.model.SettingsException;
import loadgate.model.StageMeasure;
import loadgate.model.Unit;

/** Reads {@code loadgate.gates} or the gates of a profile. */
final class GateReader {

  static final String GLOBAL = "global";

  /** Gates that every user type has unless it says otherwise. */
  static final String USER_TYPES = "user-types";

  /** Gates on requests and groups by their names alone. */
  private static final Set<String> PATHS = Set.of("requests", "groups");

  private static final String DETAILS = "details";
  private static final String MIN_SAMPLES = "min-samples";

  /** What takes away a gate that is always on. */
  private static final Pattern OFF = Pattern.compile("off:\\s*(\\S.*)");

  private static final Pattern NO_PERCENTILE = Pattern.compile("p\\d+(\\.\\d+)?");

  private final List<GateLimits> read = new ArrayList<>();
  private final int minSamples;

  private GateReader(int minSamples) {
    this.minSamples = minSamples;
  }

  static List<GateLimits> read(Section gates) {
    int minSamples =
        gates.has(MIN_SAMPLES) ? gates.wholeNumber(MIN_SAMPLES, 1) : Measure.MIN_SAMPLES;
    GateReader reader = new GateReader(minSamples);
    for (String scope : gates.keys()) {
      if (!scope.equals(MIN_SAMPLES)) {
        Section limits = gates.kept(scope);
        if (!scope.equals(USER_TYPES)) {
          reader.scope(scope, limits);
        }
      }
    }
    return List.copyOf(reader.read);
  }

  private void scope(String name, Section section) {
    if (PATHS.contains(name)) {
      section.keys().forEach(path -> details(name, section, path));
      return;
    }
    Optional<String> userType = name.equals(GLOBAL) ? Optional.empty() : Optional.of(name);
    if (userType.isPresent()) {
      Section details = section.kept(DETAILS);
      details.keys().forEach(request -> details(name, details, request));
    }
    for (String key : section.keys()) {
      if (key.equals(DETAILS) && userType.isPresent()) {
        continue;
      }
      if (key.equals(Measure.EACH)) {
        Section each = section.kept(key);
        each.keys().stream()
            .filter(measure -> !measure.equals(Measure.FAILURE_RATE) || !recordsNothing(section))
            .forEach(measure -> each(userType, each, measure));
      } else if (userType.isPresent() && holdsStatistics(section, key)) {
        values(userType, key, section.section(key));
      } else {
        limit(userType, section, key);
      }
    }
  }

  /** Whether nothing fails because nothing is recorded, of one request as little as of all. */
  private static boolean recordsNothing(Section userType) {
    return userType.keys().contains(Measure.FAILURE_RATE) && !userType.has(Measure.FAILURE_RATE);
  }

  private void details(String scope, Section details, String request) {
    Section limits = details.section(request);
    limits.keys().forEach(key -> detail(scope, request, limits, key));
  }

  private void detail(String userType, String request, Section limits, String key) {
    Measure measure = measure(limits, key);
    if (measure.metric().isPresent() || measure.stageMeasure().isPresent()) {
      throw unknown(limits, key, Measure.namesOfRequests());
    }
    add(Optional.of(userType), Optional.of(request), measure, limits, key);
  }

  private void each(Optional<String> userType, Section each, String key) {
    measure(each, key);
    Measure measure =
        Measure.ofEach(key).orElseThrow(() -> unknown(each, key, Measure.namesOfEach()));
    add(userType, Optional.empty(), measure, each, key);
  }

  private void limit(Optional<String> userType, Section limits, String key) {
    Measure measure = measure(limits, key);
    if (measure.metric().isPresent() && userType.isEmpty()) {
      throw unknown(
          limits, key, Measure.namesOfRequests() + ", " + StageMeasure.names() + ", each");
    }
    add(userType, Optional.empty(), measure, limits, key);
  }

  private static RuntimeException unknown(Section limits, String key, String allowed) {
    return limits.error(
        key,
        "unknown measure; allowed here: %s%s"
            .formatted(allowed, NearestName.hint(key, Measure.names())));
  }

  private static Measure measure(Section limits, String key) {
    Measure measure = Measure.of(key);
    if (measure.metric().isPresent() && NO_PERCENTILE.matcher(key).matches()) {
      throw limits.error(
          key, "is no percentile; allowed are those above p0 and below p100, and max");
    }
    // In HOCON p99.9 = 1s is the key 9 in an object p99.
    if (measure.rank().isPresent() && limits.isSection(key)) {
      limits.section(key).keys().stream()
          .filter(decimals -> decimals.matches("\\d+"))
          .findFirst()
          .ifPresent(
              decimals -> {
                throw limits.error(
                    key,
                    "a percentile with a fraction needs quotes: \"%s.%s\""
                        .formatted(key, decimals));
              });
    }
    return measure;
  }

  /** {@code memory { max = 1GB }} and not {@code p95 { warn = 1s }}. */
  private static boolean holdsStatistics(Section limits, String key) {
    return limits.isSection(key)
        && limits.section(key).keys().stream().anyMatch(Measure::isStatisticOfValues);
  }

  private void values(Optional<String> userType, String metric, Section statistics) {
    for (String statistic : statistics.keys()) {
      if (!Measure.isStatisticOfValues(statistic)) {
        throw statistics.error(statistic, "unknown statistic; allowed: " + Measure.namesOfValues());
      }
      if (statistics.has(statistic)) {
        Unit unit = unit(statistics, statistic);
        Measure measure = Measure.ofValues(metric, statistic, unit);
        add(userType, Optional.empty(), measure, statistics, statistic);
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

  private void add(
      Optional<String> userType,
      Optional<String> detail,
      Measure measure,
      Section limits,
      String key) {
    boolean guarded = GuardedGates.include(userType, detail, measure);
    if (!limits.has(key)) {
      if (guarded) {
        throw GuardedGates.takenAway(limits, key);
      }
      return;
    }
    Optional<String> off = guarded && !limits.isSection(key) ? reason(limits.text(key)) : empty();
    String where = limits.where(key);
    if (off.isPresent()) {
      read.add(GateLimits.off(userType, detail, measure, off.get(), where));
    } else if (limits.isSection(key)) {
      read.add(tiers(userType, detail, measure, limits, key));
    } else {
      Optional<Limit> fail = Optional.of(limit(limits, key, measure, key));
      read.add(new GateLimits(userType, detail, measure, fail, empty(), samples(measure), where));
    }
  }

  private static Optional<String> reason(String text) {
    Matcher off = OFF.matcher(text);
    return off.matches() ? Optional.of(off.group(1)) : Optional.empty();
  }

  private GateLimits tiers(
      Optional<String> userType,
      Optional<String> detail,
      Measure measure,
      Section limits,
      String key) {
    Section tiers = limits.section(key).only("fail", "warn", MIN_SAMPLES);
    Optional<Limit> fail = tiers.optional("fail", tier -> limit(tiers, tier, measure, key));
    Optional<Limit> warn = tiers.optional("warn", tier -> limit(tiers, tier, measure, key));
    if (fail.isEmpty() && warn.isEmpty()) {
      throw limits.error(key, "needs a limit: fail, warn or both");
    }
    if (fail.isPresent() && warn.isPresent() && !warn.get().isWithin(fail.get())) {
      throw limits.error(key, "the fail limit is reached before the warn limit; swap them");
    }
    if (fail.isEmpty() && GuardedGates.include(userType, detail, measure)) {
      throw limits.error(key, "is always on and needs a fail limit");
    }
    int least = tiers.has(MIN_SAMPLES) ? tiers.wholeNumber(MIN_SAMPLES, 1) : samples(measure);
    if (tiers.has(MIN_SAMPLES) && least < measure.fewestSamples()) {
      throw tiers.error(
          MIN_SAMPLES,
          "\"%s\" is not allowed; allowed is a whole number from %s on, because fewer samples have a maximum and no %s"
              .formatted(least, measure.fewestSamples(), measure.statistic()));
    }
    return new GateLimits(userType, detail, measure, fail, warn, least, limits.where(key));
  }

  private int samples(Measure measure) {
    return measure.takesSeveralSamples() ? minSamples : 1;
  }

  /** A limit that no count can have may be meant for a measure of requests with a similar name. */
  private static Limit limit(Section limits, String key, Measure measure, String name) {
    try {
      return limits.limit(key, measure);
    } catch (SettingsException e) {
      if (measure.metric().isPresent() && !measure.isOfValues()) {
        Optional<String> nearest = NearestName.of(name, Measure.names());
        if (nearest.isPresent()) {
          throw limits.error(
              key, "unknown measure \"%s\"; nearest is %s".formatted(name, nearest.get()));
        }
      }
      throw e;
    }
  }

  private static <T> Optional<T> empty() {
    return Optional.empty();
  }
}
