package loadgate.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where CPU and memory of the target are read, and when the load generator is too busy.
 *
 * @param enabled whether anything is read
 * @param pid of a target on this machine; empty for the process that listens on its port
 * @param metricsUrl of a target that tells its own in the format of Prometheus
 * @param cpuMetrics names there, of which the first that is found counts
 * @param memoryMetrics names there, of which the first that is found counts
 * @param cores of the target's machine; empty for what its metrics say, or one
 * @param warmUp the share of the run, 0..1, after which the growth of memory counts
 * @param busy from when on the load generator is too busy to be believed
 */
public record MonitorSettings(
    boolean enabled,
    Optional<Integer> pid,
    Optional<URI> metricsUrl,
    List<String> cpuMetrics,
    List<String> memoryMetrics,
    Optional<Integer> cores,
    double warmUp,
    Busy busy) {

  /**
   * Limits within one second.
   *
   * @param cpuPercent of the cores that it may use
   * @param gcPauses in which garbage collections stopped it
   * @param lag how late its timers fired on average
   */
  public record Busy(double cpuPercent, Duration gcPauses, Duration lag) {}

  static MonitorSettings read(Section monitor) {
    monitor.only(
        "enabled",
        "pid",
        "metrics-url",
        "cpu-metrics",
        "memory-metrics",
        "cores",
        "warm-up",
        "injector");
    Section busy = monitor.section("injector").only("cpu", "gc-pauses", "lag");
    return new MonitorSettings(
        monitor.flag("enabled"),
        monitor.optional("pid", key -> monitor.wholeNumber(key, 1)),
        monitor.optional("metrics-url", key -> url(monitor, key)),
        monitor.texts("cpu-metrics"),
        monitor.texts("memory-metrics"),
        monitor.optional("cores", key -> monitor.wholeNumber(key, 1)),
        monitor.percent("warm-up", 0) / 100,
        new Busy(busy.percent("cpu", 0), busy.duration("gc-pauses"), busy.duration("lag")));
  }

  private static URI url(Section monitor, String key) {
    try {
      URI url = new URI(monitor.text(key));
      boolean isHttp = url.getScheme() != null && url.getScheme().matches("https?");
      if (isHttp && url.getHost() != null && url.getUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Falls through to the one message that says what is allowed.
    }
    throw monitor.error(key, "is not a URL; allowed is http(s)://host[:port]/path");
  }
}
