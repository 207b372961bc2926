package loadgate.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much time passes between two readings is not known here, so counters leap or stand still. */
class PrometheusEndpointTest {

  private static final PrometheusEndpoint.Names NAMES =
      new PrometheusEndpoint.Names(List.of("cpu_seconds_total"), List.of("memory_bytes"));

  /** So many that 1000 s of CPU time are a small share of theirs, and all of that of one core. */
  private static final int MANY_CORES = 1_000_000_000;

  private HttpServer server;
  private volatile int status = 200;
  private volatile String metrics = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] body = metrics.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldHaveNoShareAtTheFirstReading() {
    cpuSeconds(7);

    assertThat(endpoint().read()).isEmpty();
  }

  @Test
  void shouldUseNothingWhenTheCounterStandsStill() {
    assertThat(cpuPercentAfter(endpoint(), 7, 7)).isEqualTo(0);
  }

  @Test
  void shouldUseAllOfOneCoreWhenTheCounterLeaps() {
    assertThat(cpuPercentAfter(endpoint(), 7, 1007)).isEqualTo(100);
  }

  @Test
  void shouldShareTheCpuTimeOutOverTheCoresOfTheSettings() {
    assertThat(cpuPercentAfter(endpoint(OptionalInt.of(MANY_CORES)), 7, 1007))
        .isPositive()
        .isLessThan(100);
  }

  @Test
  void shouldShareTheCpuTimeOutOverTheCoresThatTheTargetTells() {
    PrometheusEndpoint endpoint = endpoint();
    cpuSeconds(7, "system_cpu_count 1.0E9");
    endpoint.read();
    cpuSeconds(1007, "system_cpu_count 1.0E9");

    assertThat(endpoint.read().orElseThrow().cpuPercent()).isPositive().isLessThan(100);
  }

  @Test
  void shouldTakeTheCoresOfTheSettingsOverThoseOfTheTarget() {
    PrometheusEndpoint endpoint = endpoint(OptionalInt.of(1));
    cpuSeconds(7, "system_cpu_count 1.0E9");
    endpoint.read();
    cpuSeconds(1007, "system_cpu_count 1.0E9");

    assertThat(endpoint.read().orElseThrow().cpuPercent()).isEqualTo(100);
  }

  @Test
  void shouldReadMemoryInUnitsOfAMillionBytes() {
    PrometheusEndpoint endpoint = endpoint();
    metrics = "cpu_seconds_total 7\nmemory_bytes 1.5e+08\n";
    endpoint.read();

    assertThat(endpoint.read().orElseThrow().memoryMb()).isEqualTo(150);
  }

  @Test
  void shouldNotKnowTheShareOfMemoryNorTheDisk() {
    PrometheusEndpoint endpoint = endpoint();
    cpuSeconds(7);
    endpoint.read();

    assertThat(endpoint.read())
        .hasValue(
            new ProcessUse(
                0, 100, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
  }

  @Test
  void shouldHaveNoShareWhenTheCounterFalls() {
    PrometheusEndpoint endpoint = endpoint();
    cpuSeconds(7);
    endpoint.read();
    cpuSeconds(1);

    assertThat(endpoint.read()).isEmpty();
  }

  @Test
  void shouldHaveAShareAgainAfterTheTargetWasStartedAnew() {
    PrometheusEndpoint endpoint = endpoint();
    cpuSeconds(7);
    endpoint.read();

    assertThat(cpuPercentAfter(endpoint, 1, 1001)).isEqualTo(100);
  }

  @Test
  void shouldReadNothingWhereNothingIsFound() {
    PrometheusEndpoint endpoint = endpoint();
    cpuSeconds(7);
    endpoint.read();
    status = 404;

    assertThat(endpoint.read()).isEmpty();
  }

  @Test
  void shouldReadNothingWhereNobodyListens() {
    PrometheusEndpoint endpoint = endpoint();
    cpuSeconds(7);
    endpoint.read();
    server.stop(0);

    assertThat(endpoint.read()).isEmpty();
  }

  @Test
  void shouldReadNothingWithoutMemory() {
    PrometheusEndpoint endpoint = endpoint();
    metrics = "cpu_seconds_total 7\n";
    endpoint.read();

    assertThat(endpoint.read()).isEmpty();
  }

  @Test
  void shouldLackNothingWithBothMetrics() {
    cpuSeconds(7);

    assertThat(endpoint().lack()).isEmpty();
  }

  @Test
  void shouldLackAnAnswerWhereNothingIsFound() {
    status = 404;

    assertThat(endpoint().lack()).hasValue("does not answer with metrics");
  }

  @Test
  void shouldLackAnAnswerWhereNobodyListens() {
    server.stop(0);

    assertThat(endpoint().lack()).hasValue("does not answer with metrics");
  }

  @Test
  void shouldNameTheCpuMetricsThatItLacks() {
    metrics = "memory_bytes 1\n";

    assertThat(endpoint(new PrometheusEndpoint.Names(List.of("a_total", "b_ns"), List.of())).lack())
        .hasValue("has none of a_total, b_ns");
  }

  @Test
  void shouldNameTheMemoryMetricsThatItLacks() {
    metrics = "cpu_seconds_total 1\n";

    assertThat(endpoint().lack()).hasValue("has none of memory_bytes");
  }

  @Test
  void shouldSayWhereItReads() {
    assertThat(endpoint().text()).isEqualTo("metrics at " + url());
  }

  private double cpuPercentAfter(PrometheusEndpoint endpoint, double before, double after) {
    cpuSeconds(before);
    endpoint.read();
    cpuSeconds(after);
    Optional<ProcessUse> use = endpoint.read();
    return use.orElseThrow().cpuPercent();
  }

  private void cpuSeconds(double seconds, String... others) {
    metrics =
        "cpu_seconds_total %s\nmemory_bytes 1.0E8\n%s\n"
            .formatted(seconds, String.join("\n", others));
  }

  private PrometheusEndpoint endpoint() {
    return endpoint(OptionalInt.empty());
  }

  private PrometheusEndpoint endpoint(PrometheusEndpoint.Names names) {
    return endpoint(names, OptionalInt.empty());
  }

  private PrometheusEndpoint endpoint(OptionalInt cores) {
    return endpoint(NAMES, cores);
  }

  /** With a limit that a slow machine keeps. */
  private PrometheusEndpoint endpoint(PrometheusEndpoint.Names names, OptionalInt cores) {
    return new PrometheusEndpoint(url(), names, cores, Duration.ofMinutes(1));
  }

  private URI url() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://%s:%d/metrics".formatted(address.getHostString(), address.getPort()));
  }
}
