package proof.score;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import loadgate.UserType;
import loadgate.gates.MeasuredResources;
import loadgate.model.GateLimits;
import loadgate.model.LoadProfile;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.KnownNames;
import loadgate.settings.Settings;
import proof.SimulationCatalogue;

/** All gates of all profiles, read from the settings, so that a new one is there by itself. */
public final class ShippedGates {

  private final KnownNames known = UserTypeCatalog.names(UserType.class);
  private final Map<String, Settings> byProfile = new LinkedHashMap<>();

  /**
   * The settings as they are shipped.
   *
   * @param profile asked for; empty for the simulation's own
   */
  Settings settings(String simulation, String profile) {
    Properties properties = new Properties();
    if (!profile.isEmpty()) {
      properties.setProperty("profile", profile);
    }
    return byProfile.computeIfAbsent(
        simulation + " under " + profile,
        key ->
            Settings.load(
                ConfigFactory.parseResources("gatling.conf"),
                Map.of(),
                properties,
                known,
                simulation));
  }

  /** The names of all profiles. */
  Set<String> profiles() {
    return settings("", "").profiles().keySet();
  }

  /** Those of each user type in the profiles that give it users, and those on all requests. */
  List<ShippedGate> all() {
    Map<String, ShippedGate> gates = new LinkedHashMap<>();
    Settings shipped = settings("", "");
    UnaryOperator<String> behaviour = name -> shipped.userTypes().get(name).like().orElse(name);
    SimulationCatalogue catalogue = SimulationCatalogue.find();
    for (SimulationCatalogue.Pair pair :
        catalogue.pairs(shipped.profiles(), simulation -> "", behaviour)) {
      Settings settings = settings(pair.simulation().getSimpleName(), pair.profile());
      Set<String> atWork = atWork(settings.profile());
      for (GateLimits limits : settings.gates()) {
        if (limits.off().isEmpty() && limits.userType().stream().allMatch(atWork::contains)) {
          ShippedGate gate = ShippedGate.of(limits, settings.profile().name());
          gates.merge(gate.title() + gate.where(), gate, ShippedGate::inBoth);
        }
      }
    }
    return gates.values().stream()
        .map(gate -> gate.profiles().equals(shipped.profiles().keySet()) ? gate.inAll() : gate)
        .sorted(
            Comparator.comparing(ShippedGate::title)
                .thenComparing(gate -> String.join(" ", gate.profiles())))
        .toList();
  }

  private static Set<String> atWork(LoadProfile profile) {
    Set<String> atWork = new TreeSet<>(profile.background().keySet());
    atWork.addAll(MeasuredResources.NAMES);
    profile.weights().entrySet().stream()
        .filter(weight -> weight.getValue() > 0)
        .forEach(weight -> atWork.add(weight.getKey()));
    return atWork;
  }

  /** The key of a gate's limits. */
  public static String path(GateLimits gate) {
    List<String> path = new ArrayList<>(List.of("loadgate", "gates"));
    path.add(gate.userType().orElse("global"));
    gate.detail().ifPresent(detail -> path.addAll(List.of("details", detail)));
    String measure = gate.measure().name();
    if (gate.measure().ofEach()) {
      path.addAll(List.of(measure.split(" ")));
    } else if (gate.measure().isOfValues()) {
      String metric = gate.measure().metric().orElseThrow();
      path.addAll(List.of(metric, measure.substring(metric.length() + 1)));
    } else {
      path.add(measure);
    }
    return ConfigUtil.joinPath(path);
  }
}
