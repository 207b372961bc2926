package loadgate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import loadgate.model.LoadProfile;
import loadgate.model.SettingsException;

/**
 * Sections that stand in several places of the settings, laid over one another. What environment
 * and properties say of all runs wins over the profile's own, that over the simulation's, that over
 * what holds for endurance runs or for plain simulations, and that over what holds for all.
 *
 * @param overriding what environment and properties say
 * @param merged the same over the file over the defaults
 */
record Layers(Config overriding, Config merged) {

  private static final String GATES = "gates";
  private static final String REGRESSION = "regression";
  private static final String USER_TYPES = "user-types";

  /** What profiles and simulations may have of their own. */
  static final Set<String> SECTIONS = Set.of(GATES, REGRESSION, USER_TYPES);

  private static final String ENDURANCE_GATES = place("endurance-gates");
  private static final String PLAIN_GATES = place("plain-gates");

  /** The gates of a run. A user type that says nothing of a gate has that of all user types. */
  Section gates(LoadProfile profile, String simulation, Set<String> userTypes) {
    List<String> places = new ArrayList<>(own(GATES, profile, simulation));
    if (profile.endurance()) {
      places.add(ENDURANCE_GATES);
    } else if (profile.isOwn()) {
      places.add(PLAIN_GATES);
    }
    return gates(places, userTypes);
  }

  /**
   * The gates of all endurance runs, of all plain simulations and of each simulation, whether or
   * not there is such a run.
   */
  List<Section> gatesOfSomeRuns(Collection<String> simulations, Set<String> userTypes) {
    return Stream.concat(
            Stream.of(ENDURANCE_GATES, PLAIN_GATES),
            simulations.stream().map(simulation -> ofSimulation(simulation, GATES)))
        .map(place -> gates(List.of(place), userTypes))
        .toList();
  }

  private Section gates(List<String> places, Set<String> userTypes) {
    Section gates = layered(GATES, places);
    Config all = gates.asConfig();
    Config ofAllUserTypes = SettingsSource.at(all, GateReader.USER_TYPES);
    for (String userType : userTypes) {
      all = all.withFallback(ofAllUserTypes.atKey(userType));
    }
    return gates.with(all.root());
  }

  /** What user types are told in a run. */
  Section userTypes(LoadProfile profile, String simulation) {
    return layered(USER_TYPES, own(USER_TYPES, profile, simulation));
  }

  /** How a run is compared with earlier ones. */
  Section regression(LoadProfile profile, String simulation) {
    return layered(REGRESSION, own(REGRESSION, profile, simulation));
  }

  private static List<String> own(String section, LoadProfile profile, String simulation) {
    String ofSimulation = ofSimulation(simulation, section);
    // A profile that nobody wrote has a name as well.
    return profile.equals(LoadProfile.own())
        ? List.of(ofSimulation)
        : List.of(place("profiles", profile.name(), section), ofSimulation);
  }

  private static String ofSimulation(String simulation, String section) {
    return place("simulations", simulation, section);
  }

  private static String place(String... keys) {
    return Overrides.ROOT + "." + ConfigUtil.joinPath(keys);
  }

  private Section layered(String section, List<String> own) {
    String all = place(section);
    List<String> places = Stream.concat(own.stream(), Stream.of(all)).toList();
    Config layers = SettingsSource.at(overriding, all);
    for (String place : places) {
      layers = layers.withFallback(whole(place));
    }
    return new Section(all, layers.root(), path -> written(path.substring(all.length()), places));
  }

  private Config whole(String place) {
    try {
      return merged.hasPathOrNull(place) ? merged.getConfig(place) : ConfigFactory.empty();
    } catch (ConfigException.Null e) {
      throw new SettingsException(Origin.of(e.origin()), place + ": " + Section.NOT_NULL);
    } catch (ConfigException e) {
      throw Origin.mistake(e);
    }
  }

  /** The path that a key has in the file, in the first place that has it. */
  private String written(String key, List<String> places) {
    return Stream.of(key, ofAllUserTypes(key))
        .flatMap(said -> places.stream().map(place -> place + said))
        .filter(merged::hasPathOrNull)
        .findFirst()
        .orElse(places.get(places.size() - 1) + key);
  }

  /** Where that of a user type may stand for all of them. */
  private static String ofAllUserTypes(String key) {
    List<String> keys = new ArrayList<>(ConfigUtil.splitPath(key.substring(1)));
    keys.set(0, GateReader.USER_TYPES);
    return "." + ConfigUtil.joinPath(keys);
  }
}
