package loadgate.monitor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A target that tells its own CPU time and memory in the format of Prometheus.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the format</a>
 */
public final class PrometheusEndpoint implements TargetMeter {

  /** A reading that takes longer would make the next one late. */
  private static final Duration TIMEOUT = Duration.ofMillis(900);

  /** Before the load nothing waits for it, and the first request of a JVM takes its time. */
  private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(10);

  /** What Micrometer tells of the machine. */
  private static final List<String> CORES = List.of("system_cpu_count");

  private final URI url;
  private final Names names;
  private final OptionalInt cores;
  private final Duration timeout;
  private final HttpClient client;
  private CpuShare cpu;

  /**
   * Names of metrics, of which the first that the target has counts.
   *
   * @param cpu CPU time in all, in seconds, or in nanoseconds if the name says {@code _ns}
   * @param memory in bytes
   */
  public record Names(List<String> cpu, List<String> memory) {}

  /**
   * @param cores of the target's machine; empty to take what it says, or one
   */
  public PrometheusEndpoint(URI url, Names names, OptionalInt cores) {
    this(url, names, cores, TIMEOUT);
  }

  PrometheusEndpoint(URI url, Names names, OptionalInt cores, Duration timeout) {
    this.url = url;
    this.names = names;
    this.cores = cores;
    this.timeout = timeout;
    this.client = HttpClient.newBuilder().connectTimeout(FIRST_TIMEOUT).build();
  }

  /** What is missing there, if anything is; asks once. */
  public Optional<String> lack() {
    Optional<MetricsText> metrics = get(FIRST_TIMEOUT);
    if (metrics.isEmpty()) {
      return Optional.of("does not answer with metrics");
    }
    if (metrics.get().first(names.cpu()).isEmpty()) {
      return Optional.of("has none of " + String.join(", ", names.cpu()));
    }
    return metrics.get().first(names.memory()).isEmpty()
        ? Optional.of("has none of " + String.join(", ", names.memory()))
        : Optional.empty();
  }

  @Override
  public Optional<ProcessUse> read() {
    return get(timeout).flatMap(this::use);
  }

  private Optional<ProcessUse> use(MetricsText metrics) {
    OptionalDouble seconds = metrics.first(names.cpu());
    OptionalDouble bytes = metrics.first(names.memory());
    if (seconds.isEmpty() || bytes.isEmpty()) {
      return Optional.empty();
    }
    if (cpu == null) {
      cpu = new CpuShare(cores.orElse(Math.max(1, (int) metrics.first(CORES).orElse(1))));
    }
    return cpu.percent(seconds.getAsDouble(), System.nanoTime()).stream()
        .mapToObj(
            percent ->
                new ProcessUse(
                    percent,
                    bytes.getAsDouble() / 1e6,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty()))
        .findFirst();
  }

  private Optional<MetricsText> get(Duration timeout) {
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(url).timeout(timeout).header("User-Agent", "loadgate").build(),
              BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Optional.of(MetricsText.of(answer.body()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public String text() {
    return "metrics at " + url;
  }
}
