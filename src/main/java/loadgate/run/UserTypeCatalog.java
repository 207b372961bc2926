package loadgate.run;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import loadgate.GatedSimulation;
import loadgate.UserType;
import loadgate.settings.KnownNames;

/**
 * What stands in a simulation's package and below, so that settings may name all of it in every
 * simulation.
 *
 * @param userTypes by name
 * @param simulations by their simple class names
 */
public record UserTypeCatalog(Map<String, UserType> userTypes, Set<String> simulations) {

  /** What stands in the package of that class and below. */
  public static UserTypeCatalog of(Class<?> simulation) {
    try (ScanResult scan =
        new ClassGraph().acceptPackages(simulation.getPackageName()).enableClassInfo().scan()) {
      Set<String> simulations = new TreeSet<>();
      scan.getSubclasses(GatedSimulation.class)
          .forEach(found -> simulations.add(found.getSimpleName()));
      return new UserTypeCatalog(userTypes(scan), simulations);
    }
  }

  /** The same names for settings. */
  public KnownNames project() {
    return new KnownNames(userTypes.keySet(), simulations);
  }

  private static Map<String, UserType> userTypes(ScanResult scan) {
    Map<String, UserType> found = new TreeMap<>();
    for (ClassInfo type : scan.getClassesImplementing(UserType.class).getStandardClasses()) {
      if (!type.isAbstract()) {
        UserType userType = instance(type);
        found.put(userType.name(), userType);
      }
    }
    return found;
  }

  private static UserType instance(ClassInfo type) {
    try {
      return (UserType) type.loadClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          type.getName() + " needs a public constructor without parameters", e);
    }
  }
}
