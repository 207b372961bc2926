package loadgate;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.util.Map;
import java.util.TreeMap;

/** Finds the user types of a project, so that settings may name all of them in every simulation. */
final class UserTypes {

  private UserTypes() {}

  /** The user types in the simulation's package and below, by name. */
  static Map<String, UserType> beside(Class<?> simulation) {
    try (ScanResult scan =
        new ClassGraph().acceptPackages(simulation.getPackageName()).enableClassInfo().scan()) {
      Map<String, UserType> found = new TreeMap<>();
      for (ClassInfo type : scan.getClassesImplementing(UserType.class).getStandardClasses()) {
        if (!type.isAbstract()) {
          UserType userType = instance(type);
          found.put(userType.name(), userType);
        }
      }
      return found;
    }
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
