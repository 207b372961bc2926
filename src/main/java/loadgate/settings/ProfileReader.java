package loadgate.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import loadgate.model.Decimal;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.SettingsException;
import loadgate.model.Stage;

/** Reads {@code loadgate.profiles} and the overrides of the chosen one. */
final class ProfileReader {

  private static final int MOST_USERS = 1_000_000;

  private ProfileReader() {}

  static Map<String, LoadProfile> read(Section profiles, Set<String> userTypes) {
    Map<String, LoadProfile> read = new TreeMap<>();
    for (String name : profiles.keys()) {
      if (profiles.has(name)) {
        read.put(name, profile(name, profiles.section(name), profiles.where(name), userTypes));
      }
    }
    return read;
  }

  private static LoadProfile profile(
      String name, Section section, String where, Set<String> userTypes) {
    section.only(
        "model",
        "stages",
        "users",
        "spawn-rate",
        "duration",
        "weights",
        "background",
        "endurance",
        "gates",
        "regression",
        "user-types");
    if (Layers.SECTIONS.containsAll(section.keys())) {
      return LoadProfile.withoutLoad(name, where);
    }
    LoadModel model = section.has("model") ? model(section) : LoadModel.CLOSED;
    LoadProfile profile =
        new LoadProfile(
            name,
            model,
            stages(section, model),
            weights(section.section("weights"), userTypes),
            background(section.section("background"), userTypes),
            section.has("endurance") && section.flag("endurance"),
            where);
    for (String userType : profile.background().keySet()) {
      if (profile.weights().getOrDefault(userType, 0) > 0) {
        throw section
            .section("background")
            .error(userType, "has a weight as well; allowed is one or the other");
      }
    }
    return checked(profile, section);
  }

  private static LoadModel model(Section section) {
    return switch (section.text("model")) {
      case "closed" -> LoadModel.CLOSED;
      case "open" -> LoadModel.OPEN;
      default -> throw section.error("model", "must be closed or open");
    };
  }

  private static List<Stage> stages(Section section, LoadModel model) {
    if (section.has("stages")) {
      for (String shortForm : List.of("users", "spawn-rate", "duration")) {
        if (section.has(shortForm)) {
          throw section.error(shortForm, "stands beside stages; allowed is one or the other");
        }
      }
      List<Stage> stages =
          section.sections("stages").stream().map(stage -> stage(stage, model)).toList();
      if (stages.isEmpty()) {
        throw section.error("stages", "is empty; at least one { target, duration } is needed");
      }
      return stages;
    }
    if (model == LoadModel.OPEN) {
      throw section.error("stages", "is missing; the open model needs [{ target, duration }]");
    }
    return List.of(
        new Stage(
            users(section, "users", 1),
            section.duration("duration"),
            OptionalDouble.of(section.perSecond("spawn-rate"))));
  }

  private static Stage stage(Section stage, LoadModel model) {
    stage.only("target", "duration", "spawn-rate");
    if (model == LoadModel.OPEN && stage.has("spawn-rate")) {
      throw stage.error("spawn-rate", "only the closed model has a spawn rate");
    }
    double target =
        model == LoadModel.CLOSED
            ? users(stage, "target", 0)
            : stage.text("target").matches("0(/s)?") ? 0 : stage.perSecond("target");
    OptionalDouble spawnRate =
        stage.has("spawn-rate")
            ? OptionalDouble.of(stage.perSecond("spawn-rate"))
            : OptionalDouble.empty();
    return new Stage(target, stage.duration("duration"), spawnRate);
  }

  private static int users(Section section, String key, int least) {
    int users = section.wholeNumber(key, least);
    if (users > MOST_USERS) {
      throw section.error(key, users + " users are too many; at most " + MOST_USERS);
    }
    return users;
  }

  private static Map<String, Integer> weights(Section section, Set<String> userTypes) {
    section.only(userTypes.toArray(String[]::new));
    Map<String, Integer> weights = new TreeMap<>();
    for (String userType : section.keys()) {
      weights.put(userType, section.wholeNumber(userType, 0));
    }
    if (!weights.isEmpty() && weights.values().stream().allMatch(weight -> weight == 0)) {
      throw section.error(
          weights.keySet().iterator().next(),
          "all weights are 0; at least one user type needs a weight above 0");
    }
    return weights;
  }

  private static Map<String, Integer> background(Section section, Set<String> userTypes) {
    section.only(userTypes.toArray(String[]::new));
    Map<String, Integer> users = new TreeMap<>();
    for (String userType : section.keys()) {
      if (section.has(userType) && users(section, userType, 0) > 0) {
        users.put(userType, section.wholeNumber(userType, 0));
      }
    }
    return users;
  }

  /** The chosen profile with -Dusers, -DspawnRate and -Dduration laid over it. */
  static LoadProfile overridden(LoadProfile profile, Section overrides) {
    overrides.only("users", "spawn-rate", "duration");
    LoadProfile result = profile;
    if (overrides.has("users")) {
      result = result.withPeak(users(overrides, "users", 1));
    }
    if (overrides.has("duration")) {
      Duration duration = overrides.duration("duration");
      result = result.withDuration(duration);
    }
    if (overrides.has("spawn-rate")) {
      if (profile.model() == LoadModel.OPEN) {
        throw overrides.error("spawn-rate", "the open profile " + profile.name() + " has none");
      }
      result = result.withSpawnRate(overrides.perSecond("spawn-rate"));
    }
    return checked(result, overrides);
  }

  private static LoadProfile checked(LoadProfile profile, Section section) {
    if (profile.peak() <= 0) {
      throw section.error("stages", "no stage has a target above 0");
    }
    double from = 0;
    for (Stage stage : profile.stages()) {
      Duration change = stage.change(from);
      if (change.compareTo(stage.duration()) > 0) {
        throw new SettingsException(
            overridePlace(profile, section),
            String.format(
                "profile %s: going from %s to %s users at %s/s takes %s s, but the stage lasts %s"
                    + " s; allowed are a higher spawn rate, fewer users or a longer duration",
                profile.name(),
                Decimal.text(from),
                Decimal.text(stage.target()),
                Decimal.text(stage.changePerSecond().orElseThrow()),
                Decimal.text(change.toMillis() / 1e3),
                Decimal.text(stage.duration().toMillis() / 1e3)));
      }
      from = stage.target();
    }
    return profile;
  }

  private static String overridePlace(LoadProfile profile, Section section) {
    return section.keys().stream()
        .filter(key -> key.matches("users|spawn-rate|duration"))
        .map(section::where)
        .reduce((a, b) -> a + ", " + b)
        .filter(places -> places.startsWith("-D"))
        .orElse(profile.where());
  }
}
