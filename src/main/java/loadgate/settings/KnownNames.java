package loadgate.settings;

import java.util.Set;
import java.util.TreeSet;

/**
 * The names of user types and simulations that the settings may use.
 *
 * @param userTypes names such as {@code auth-flow}
 * @param simulations names such as {@code MixedSimulation}
 */
public record KnownNames(Set<String> userTypes, Set<String> simulations) {

  /** With a simulation that runs, wherever it comes from. */
  KnownNames with(String simulation) {
    Set<String> all = new TreeSet<>(simulations);
    all.add(simulation);
    return new KnownNames(userTypes, all);
  }
}
