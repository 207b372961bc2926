package loadgate.settings;

import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.LifeCycle;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import loadgate.model.SettingsException;

/**
 * Ends the process with one line when {@code gatling.conf} cannot be parsed or the simulation does
 * not exist. Gatling would answer with a stack trace, and it finds out before any simulation
 * exists; but before that it sets up logging, so Logback's configuration names this class as a
 * status listener.
 */
public final class SettingsSyntaxCheck extends ContextAwareBase
    implements StatusListener, LifeCycle {

  private boolean started;

  @Override
  public void start() {
    started = true;
    try {
      Settings.checkSyntax();
      GatlingArguments.ofProcess()
          .simulation()
          .map(SimulationName::new)
          .ifPresent(SimulationName::check);
    } catch (SettingsException e) {
      System.err.println("loadgate: " + e.getMessage());
      System.exit(1);
    }
  }

  @Override
  public void stop() {
    started = false;
  }

  @Override
  public boolean isStarted() {
    return started;
  }

  /** Keeps Logback's own messages off the console, but for warnings and errors. */
  @Override
  public void addStatusEvent(Status status) {
    if (status.getEffectiveLevel() >= Status.WARN) {
      System.err.println("logging: " + status.getMessage());
    }
  }
}
