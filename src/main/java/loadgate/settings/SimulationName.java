package loadgate.settings;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.util.Set;
import java.util.TreeSet;
import loadgate.model.NearestName;
import loadgate.model.SettingsException;

/** The class name of the simulation that is asked for. */
record SimulationName(String name) {

  private static final Set<String> BASES =
      Set.of("io.gatling.javaapi.core.Simulation", "loadgate.GatedSimulation");

  /**
   * Refuses a name that no class has, with those of the simulations that there are, and a class
   * that Gatling cannot instantiate.
   */
  void check() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      Class.forName(name, false, loader).getConstructor();
    } catch (NoSuchMethodException e) {
      throw new SettingsException(
          "-Dgatling.simulationClass",
          name + " has no public constructor without arguments, which Gatling calls");
    } catch (ClassNotFoundException e) {
      Set<String> known = known();
      throw new SettingsException(
          "-Dgatling.simulationClass",
          String.format(
              "there is no class %s; allowed: %s%s",
              name, String.join(", ", known), NearestName.hint(name, known)));
    }
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>();
    try (ScanResult scan = new ClassGraph().enableClassInfo().enableExternalClasses().scan()) {
      for (String base : BASES) {
        scan.getSubclasses(base).getStandardClasses().stream()
            .filter(type -> !type.isAbstract())
            .forEach(type -> known.add(type.getName()));
      }
    }
    return known;
  }
}
