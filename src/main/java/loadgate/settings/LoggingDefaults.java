package loadgate.settings;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.net.URL;
import java.util.stream.Stream;

/**
 * Configures Logback in a project that does not: warnings and errors on the console. Logback's own
 * default is every detail of every request.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_LOW_PRIORITY)
public final class LoggingDefaults extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (isConfigured()) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    try {
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(getClass().getResource("/loadgate/logback-defaults.xml"));
      return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    } catch (JoranException e) {
      addError("loadgate's defaults of logging", e);
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
  }

  private static boolean isConfigured() {
    return System.getProperty("logback.configurationFile") != null
        || Stream.of("logback-test.xml", "logback.xml").anyMatch(LoggingDefaults::isOfTheProject);
  }

  /** Gatling's plugins for build tools bring one along, about which Logback complains at length. */
  private static boolean isOfTheProject(String file) {
    URL found = Thread.currentThread().getContextClassLoader().getResource(file);
    return found != null && !found.toString().matches(".*/gatling-\\w+-plugin-.*");
  }
}
