package loadgate.run;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import loadgate.model.SettingsException;
import loadgate.monitor.LocalProcess;
import loadgate.monitor.PrometheusEndpoint;
import loadgate.monitor.TargetMeter;
import loadgate.settings.MonitorSettings;
import oshi.SystemInfo;

/** Finds out where CPU and memory of the target can be read. */
final class TargetMeters {

  private TargetMeters() {}

  /**
   * What the settings name, or else the process of this machine that listens on the target's port.
   *
   * @return empty for a target elsewhere of which the settings say nothing
   * @throws SettingsException when there is nothing where the settings say
   */
  static Optional<TargetMeter> of(
      Optional<SystemInfo> system, MonitorSettings settings, Optional<URI> baseUrl) {
    if (settings.metricsUrl().isPresent()) {
      return Optional.of(endpoint(settings, settings.metricsUrl().get()));
    }
    if (settings.pid().isPresent()) {
      return Optional.of(process(system, settings.pid().get()));
    }
    Optional<URI> here = baseUrl.filter(TargetMeters::isLocal);
    return here.flatMap(url -> system.map(machine -> LocalProcess.listeningOn(machine, port(url))))
        .filter(LocalProcess::isFound)
        .map(found -> found);
  }

  private static TargetMeter endpoint(MonitorSettings settings, URI url) {
    PrometheusEndpoint endpoint =
        new PrometheusEndpoint(
            url,
            new PrometheusEndpoint.Names(settings.cpuMetrics(), settings.memoryMetrics()),
            settings.cores().map(OptionalInt::of).orElse(OptionalInt.empty()));
    endpoint
        .lack()
        .ifPresent(
            lack -> {
              throw new SettingsException("loadgate.monitor.metrics-url", url + " " + lack);
            });
    return endpoint;
  }

  private static TargetMeter process(Optional<SystemInfo> system, int pid) {
    return system
        .map(here -> LocalProcess.numbered(here, pid))
        .filter(LocalProcess::isFound)
        .orElseThrow(
            () ->
                new SettingsException(
                    "loadgate.monitor.pid", "there is no process " + pid + " that can be read"));
  }

  private static boolean isLocal(URI baseUrl) {
    try {
      return InetAddress.getByName(baseUrl.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static int port(URI baseUrl) {
    if (baseUrl.getPort() > 0) {
      return baseUrl.getPort();
    }
    return baseUrl.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
