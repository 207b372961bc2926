package loadgate.settings;

import java.util.Map;
import java.util.stream.Collectors;
import loadgate.model.LoadProfile;

/**
 * Finds the profile of a run: the one asked for, else the simulation's own default, else that of
 * all simulations.
 */
final class ProfileChoice {

  private static final String OF_ALL = "profile";

  private final Map<String, LoadProfile> profiles;
  private final Section section;
  private final String key;

  /** Whether the file names it for all simulations, whatever these are like. */
  private final boolean ofAll;

  /**
   * @param root with {@code profile} and {@code default-profiles}
   * @param asked whether environment or properties name one
   * @param known what the settings may name
   * @throws loadgate.model.SettingsException when any simulation has an unknown default
   */
  ProfileChoice(
      Section root,
      boolean asked,
      Map<String, LoadProfile> profiles,
      KnownNames known,
      String simulation) {
    this.profiles = profiles;
    Section defaults = root.section("default-profiles").only(known.simulations());
    defaults.keys().forEach(each -> named(defaults, each));
    boolean ownDefault = !asked && defaults.has(simulation);
    section = ownDefault ? defaults : root;
    key = ownDefault ? simulation : OF_ALL;
    ofAll = !asked && !ownDefault;
  }

  /** That of a simulation with user types, which needs a load. */
  LoadProfile ofUserTypes() {
    LoadProfile profile = named(section, key);
    if (profile.isOwn()) {
      throw section.error(
          key,
          "profile \"%s\" (%s) has no load; needed are users, spawn-rate and duration, or stages"
              .formatted(profile.name(), profile.where()));
    }
    return profile;
  }

  /** That of a simulation that brings its own load: a set of gates, or none. */
  LoadProfile ofPlain() {
    if (!section.has(key)) {
      return LoadProfile.own();
    }
    LoadProfile profile = named(section, key);
    if (profile.isOwn()) {
      return profile;
    }
    if (ofAll) {
      // Its load is that of the simulations with user types.
      return LoadProfile.own();
    }
    String allowed =
        profiles.values().stream()
            .filter(LoadProfile::isOwn)
            .map(LoadProfile::name)
            .collect(Collectors.joining(", "));
    throw section.error(
        key,
        "profile \"%s\" (%s) has a load, and this simulation brings its own; allowed are profiles"
                .formatted(profile.name(), profile.where())
            + " of gates alone: "
            + (allowed.isEmpty() ? "there is none" : allowed));
  }

  private LoadProfile named(Section section, String key) {
    String name = section.text(key);
    if (!profiles.containsKey(name)) {
      throw section.error(
          key,
          "unknown profile \"" + name + "\"; allowed: " + String.join(", ", profiles.keySet()));
    }
    return profiles.get(name);
  }
}
