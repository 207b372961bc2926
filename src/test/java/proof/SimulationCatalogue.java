package proof;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import loadgate.GatedSimulation;
import loadgate.UserType;
import loadgate.model.LoadProfile;
import loadgate.model.UserTypeName;
import simulations.MixedSimulation;

/**
 * All simulations with the user types they name, found on the class path, so that a new one is
 * there without being listed.
 *
 * @param userTypes names of user types by class of the simulation
 */
public record SimulationCatalogue(Map<Class<?>, Set<String>> userTypes) {

  /** A simulation under a profile. */
  public record Pair(Class<?> simulation, String profile) {

    @Override
    public String toString() {
      return simulation.getSimpleName() + " under " + profile;
    }
  }

  public static SimulationCatalogue find() {
    Map<Class<?>, Set<String>> found =
        new TreeMap<>(Comparator.comparing((Class<?> simulation) -> simulation.getName()));
    try (ScanResult scan =
        new ClassGraph()
            .acceptPackages(MixedSimulation.class.getPackageName())
            .enableClassInfo()
            .enableInterClassDependencies()
            .scan()) {
      for (ClassInfo simulation : scan.getSubclasses(GatedSimulation.class)) {
        found.put(
            simulation.loadClass(),
            simulation.getClassDependencies().stream()
                .filter(type -> type.implementsInterface(UserType.class) && !type.isAbstract())
                .map(type -> UserTypeName.ofSimpleName(type.getSimpleName()).name())
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }
    return new SimulationCatalogue(found);
  }

  /**
   * Every profile with the simulation that is nearest to it, and every simulation that is nearest
   * to none with its own default profile.
   *
   * @param defaultProfile of a simulation by its simple name
   * @param behaviour the user type with a class that a user type behaves like, or itself
   */
  public List<Pair> pairs(
      Map<String, LoadProfile> profiles,
      UnaryOperator<String> defaultProfile,
      UnaryOperator<String> behaviour) {
    List<Pair> pairs = new ArrayList<>();
    profiles.forEach((name, profile) -> pairs.add(new Pair(nearest(profile, behaviour), name)));
    Set<Class<?>> taken = pairs.stream().map(Pair::simulation).collect(Collectors.toSet());
    userTypes.keySet().stream()
        .filter(simulation -> !taken.contains(simulation))
        .forEach(
            simulation ->
                pairs.add(new Pair(simulation, defaultProfile.apply(simulation.getSimpleName()))));
    return pairs;
  }

  /** The one that has the most of the profile's user types and, of those, the fewest others. */
  private Class<?> nearest(LoadProfile profile, UnaryOperator<String> behaviour) {
    Set<String> wanted = new TreeSet<>();
    profile.background().keySet().forEach(type -> wanted.add(behaviour.apply(type)));
    profile.weights().forEach((type, weight) -> addIf(weight > 0, wanted, behaviour.apply(type)));
    return userTypes.entrySet().stream()
        .max(
            Comparator.comparingLong(
                    (Map.Entry<Class<?>, Set<String>> entry) ->
                        wanted.stream().filter(entry.getValue()::contains).count())
                .thenComparing(entry -> -entry.getValue().size()))
        .orElseThrow()
        .getKey();
  }

  private static void addIf(boolean condition, Set<String> names, String name) {
    if (condition) {
      names.add(name);
    }
  }
}
