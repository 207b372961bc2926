package loadgate.settings;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import loadgate.model.SettingsException;

/**
 * Ends a process of Gatling with one line when {@code gatling.conf} cannot be parsed or the
 * simulation does not exist. Gatling would answer with a stack trace, and it finds out before any
 * simulation exists; but before that it sets up logging, and Logback asks its services then. This
 * one configures nothing.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class SettingsSyntaxCheck extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    findClassesOfGuest();
    GatlingArguments gatling = GatlingArguments.ofProcess();
    if (gatling.ofGatling() && !isReferenceBackend()) {
      try {
        checkJavaOptions();
        Settings.checkSyntax();
        gatling.simulation().map(SimulationName::new).ifPresent(SimulationName::check);
      } catch (SettingsException e) {
        System.err.println("loadgate: " + e.getMessage());
        System.exit(1);
      }
    }
    return ExecutionStatus.INVOKE_NEXT_IF_ANY;
  }

  /** It has the class path of the run that starts it, and with it the command line of Gatling. */
  private static boolean isReferenceBackend() {
    return Boolean.getBoolean("loadgate.backend.parent");
  }

  /** Gatling's own need, without which it ends with a stack trace when the load is over. */
  private static void checkJavaOptions() {
    if (!String.class.getModule().isOpen("java.lang", SettingsSyntaxCheck.class.getModule())) {
      throw new SettingsException(
          "java",
          "Gatling needs the option --add-opens=java.base/java.lang=ALL-UNNAMED, which its build"
              + " tool plugins set; add it to the options of the JVM");
    }
  }

  /** In the process of a build tool the thread would look for files in its classes. */
  private static void findClassesOfGuest() {
    if (GatlingArguments.areOfGuest()) {
      Thread.currentThread().setContextClassLoader(SettingsSyntaxCheck.class.getClassLoader());
    }
  }
}
