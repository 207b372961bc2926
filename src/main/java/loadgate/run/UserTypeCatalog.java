package loadgate.run;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ClassInfoList;
import io.github.classgraph.ScanResult;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Set;
import java.util.TreeSet;
import loadgate.model.SettingsException;
import loadgate.model.UserTypeName;
import loadgate.settings.KnownNames;

/** Finds user types and simulations on the class path. */
public final class UserTypeCatalog {

  /** What simulations extend in Gatling's API for Java and Kotlin and in that for Scala. */
  private static final Set<String> BASES =
      Set.of("io.gatling.javaapi.core.Simulation", "io.gatling.core.scenario.Simulation");

  private UserTypeCatalog() {}

  /**
   * The names of those in the project's own classes, which the settings may use in every
   * simulation. Jars are left out, because there are many of them; nothing is instantiated.
   *
   * @param userType the interface of user types
   */
  public static KnownNames names(Class<?> userType) {
    try (ScanResult scan =
        new ClassGraph()
            .filterClasspathElements(UserTypeCatalog::isOfTheProject)
            .enableClassInfo()
            .scan()) {
      Set<String> userTypes = new TreeSet<>();
      classes(scan.getClassesImplementing(userType))
          .forEach(found -> userTypes.add(UserTypeName.ofSimpleName(found.getSimpleName()).name()));
      Set<String> simulations = new TreeSet<>();
      classes(scan.getAllStandardClasses().filter(UserTypeCatalog::isSimulation))
          .forEach(found -> simulations.add(found.getSimpleName()));
      return new KnownNames(userTypes, simulations);
    }
  }

  /**
   * Refuses names among which one is missing that must be there: classes that cannot be opened are
   * skipped when they are looked for.
   *
   * @param running a simulation
   * @throws SettingsException when it is among the project's own classes and was not found
   */
  public static void check(KnownNames found, Class<?> running) {
    CodeSource source = running.getProtectionDomain().getCodeSource();
    boolean ofTheProject =
        source != null && Files.isDirectory(Path.of(URI.create(source.getLocation().toString())));
    if (ofTheProject
        && !running.isAnonymousClass()
        && !found.simulations().contains(running.getSimpleName())) {
      throw new SettingsException(
          "class path",
          "the classes of the project cannot be read; this process may open too few files"
              + " (ulimit -n)");
    }
  }

  /** A folder of classes, or the one jar that only lists the class path, as Maven plugins do. */
  private static boolean isOfTheProject(String element) {
    return Files.isDirectory(Path.of(element))
        || element.equals(System.getProperty("java.class.path"));
  }

  /** Whatever it extends first: that may be in a jar, such as our own. */
  private static boolean isSimulation(ClassInfo type) {
    ClassInfoList bases = type.getSuperclasses();
    return !bases.isEmpty() && isOrExtendsBase(bases.get(bases.size() - 1).getName());
  }

  private static boolean isOrExtendsBase(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      for (Class<?> type = Class.forName(name, false, loader);
          type != null;
          type = type.getSuperclass()) {
        if (BASES.contains(type.getName())) {
          return true;
        }
      }
    } catch (ClassNotFoundException | LinkageError e) {
      // Of a class that nothing here can load, nothing here can run.
    }
    return false;
  }

  private static ClassInfoList classes(ClassInfoList found) {
    return found.getStandardClasses().filter(type -> !type.isAbstract());
  }
}
