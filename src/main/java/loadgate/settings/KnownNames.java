package loadgate.settings;

import java.util.Set;

/**
 * The names of user types and simulations that the settings may use.
 *
 * @param userTypes names such as {@code auth-flow}
 * @param simulations names such as {@code MixedSimulation}
 */
public record KnownNames(Set<String> userTypes, Set<String> simulations) {}
