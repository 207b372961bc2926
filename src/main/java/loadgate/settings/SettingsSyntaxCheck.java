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
    GatlingArguments gatling = GatlingArguments.ofProcess();
    if (gatling.ofGatling()) {
      try {
        Settings.checkSyntax();
        gatling.simulation().map(SimulationName::new).ifPresent(SimulationName::check);
      } catch (SettingsException e) {
        System.err.println("loadgate: " + e.getMessage());
        System.exit(1);
      }
    }
    return ExecutionStatus.INVOKE_NEXT_IF_ANY;
  }
}
