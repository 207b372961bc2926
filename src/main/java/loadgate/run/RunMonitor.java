package loadgate.run;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import loadgate.model.InjectorShare;
import loadgate.monitor.ResourceMonitor;
import loadgate.monitor.ResourceSample;
import loadgate.monitor.TargetMeter;
import loadgate.settings.MonitorSettings;
import oshi.SystemInfo;

/** Watches CPU and memory of target and load generator from before the load until after it. */
public final class RunMonitor {

  private final MonitorSettings settings;
  private final InjectorShare share;
  private final Optional<SystemInfo> system;
  private final DoubleSupplier lagMillis;
  private final Optional<TargetMeter> target;
  private ResourceLog log;
  private ResourceMonitor monitor;

  /**
   * @param baseUrl of the target; empty when only the simulation knows it
   * @param lagMillis how late timers of the load generator fired on average since it was asked
   *     before
   * @param share of this injector; only the first one reads the target, which is that of all
   * @throws loadgate.model.SettingsException when there is nothing to read where the settings say
   */
  public RunMonitor(
      MonitorSettings settings,
      Optional<URI> baseUrl,
      DoubleSupplier lagMillis,
      InjectorShare share) {
    this.share = share;
    this.lagMillis = lagMillis;
    this.settings = settings;
    this.system = settings.enabled() ? system() : Optional.empty();
    this.target =
        settings.enabled() && share.isFirst()
            ? TargetMeters.of(system, settings, baseUrl)
            : Optional.empty();
  }

  /** Empty where its native library cannot be loaded, as on a full disk. */
  private static Optional<SystemInfo> system() {
    try {
      SystemInfo system = new SystemInfo();
      system.getOperatingSystem();
      system.getHardware().getProcessor();
      return Optional.of(system);
    } catch (LinkageError | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Starts to read. */
  public void start(OwnRun run) {
    log = new ResourceLog(run);
    monitor = new ResourceMonitor(system, target, lagMillis, log::add);
    if (settings.enabled()) {
      monitor.start();
    }
  }

  /** Reads a last time and stops. */
  public void stop() {
    if (settings.enabled()) {
      monitor.stop();
    }
  }

  /** All that was read. */
  List<ResourceSample> samples() {
    return log.samples();
  }

  /** Why the file of what was read is not whole. */
  Optional<String> failure() {
    return log.failure();
  }

  /** What is read of the target, for people. */
  public String text() {
    if (!settings.enabled()) {
      return "not read, as loadgate.monitor.enabled says";
    }
    if (!share.isFirst()) {
      return "read by injector 0";
    }
    return target
        .map(TargetMeter::text)
        .orElse("no data of the target; loadgate.monitor.pid or .metrics-url says where it is");
  }
}
