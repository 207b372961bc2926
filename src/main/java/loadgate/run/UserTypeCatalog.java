package loadgate.run;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfoList;
import io.github.classgraph.ScanResult;
import java.util.Set;
import java.util.TreeSet;
import loadgate.model.UserTypeName;
import loadgate.settings.KnownNames;

/** Finds the user types and simulations of a package and its sub-packages. */
public final class UserTypeCatalog {

  private UserTypeCatalog() {}

  /**
   * Their names, which the settings may use in every simulation. Nothing is instantiated.
   *
   * @param userType the interface of user types
   * @param simulation the base class of simulations
   */
  public static KnownNames names(String packageName, Class<?> userType, Class<?> simulation) {
    try (ScanResult scan = new ClassGraph().acceptPackages(packageName).enableClassInfo().scan()) {
      Set<String> userTypes = new TreeSet<>();
      classes(scan.getClassesImplementing(userType))
          .forEach(found -> userTypes.add(UserTypeName.ofSimpleName(found.getSimpleName()).name()));
      Set<String> simulations = new TreeSet<>();
      classes(scan.getSubclasses(simulation))
          .forEach(found -> simulations.add(found.getSimpleName()));
      return new KnownNames(userTypes, simulations);
    }
  }

  private static ClassInfoList classes(ClassInfoList found) {
    return found.getStandardClasses().filter(type -> !type.isAbstract());
  }
}
