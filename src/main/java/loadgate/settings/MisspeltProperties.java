package loadgate.settings;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loadgate.model.NearestName;
import loadgate.model.SettingsException;

/**
 * Refuses system properties that were probably meant for the toolkit, which would ignore them.
 * Others are nobody's business here: JVM, build tool, Gatling and the simulation itself read them.
 *
 * @param root what all long names begin with
 * @param shortForms the paths that short names set
 * @param variables the paths that environment variables set
 */
record MisspeltProperties(
    String root, Map<String, String> shortForms, Map<String, String> variables) {

  /** Sections that a long name begins with when its root was forgotten. */
  private static final List<String> SECTIONS = List.of("gates", "user-types", "default-profiles");

  private static final String SIMULATION = "gatling.simulationClass";
  private static final Set<String> NEAR_SIMULATION =
      Set.of("simulation", "simulationclass", "gatling.simulation", "gatling.simulationclass");

  void refuse(Collection<String> properties) {
    for (String name : new TreeSet<>(properties)) {
      Optional<String> meant = shortForms.containsKey(name) ? Optional.empty() : meant(name);
      if (meant.isPresent()) {
        throw new SettingsException("-D" + name, "unknown property; nearest is -D" + meant.get());
      }
    }
  }

  private Optional<String> meant(String name) {
    if (NEAR_SIMULATION.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of(SIMULATION).filter(right -> !right.equals(name));
    }
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    if (dot >= 0 && first.equals(root)) {
      return Optional.empty();
    }
    if (NearestName.of(first, List.of(root)).isPresent()) {
      return Optional.of(root + "." + name.substring(dot + 1));
    }
    if (dot >= 0) {
      return SECTIONS.contains(first) ? Optional.of(root + "." + name) : Optional.empty();
    }
    return NearestName.of(name, shortForms.keySet())
        .or(() -> NearestName.of(name, variables.keySet()).map(this::shortForm));
  }

  /** What sets on the command line what the variable sets. */
  private String shortForm(String variable) {
    String path = variables.get(variable);
    return shortForms.entrySet().stream()
        .filter(form -> form.getValue().equals(path))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(path);
  }
}
