package loadgate.settings;

import java.util.Set;

/**
 * What settings may name.
 *
 * @param userTypes names such as {@code auth-flow}
 * @param simulations names such as {@code MixedSimulation}
 */
public record KnownNames(Set<String> userTypes, Set<String> simulations) {}
