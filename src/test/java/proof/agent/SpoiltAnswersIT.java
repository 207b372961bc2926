package proof.agent;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.FinishedRun;
import proof.Gateway;
import proof.score.Load;
import simulations.QualityAgentSimulation;

/** Gates that no option of the reference backend turns red: a gateway before it spoils answers. */
@Execution(ExecutionMode.CONCURRENT)
class SpoiltAnswersIT {

  @Test
  void agentThatNeedsTooMuchMemoryShouldBeRed() throws IOException {
    Gateway.Rules large =
        new Gateway.Rules() {
          @Override
          public String changed(String path, String body) {
            return body.replaceAll("\"memory_usage_mb\":[0-9.]+", "\"memory_usage_mb\":20000");
          }
        };
    Load load = Load.of(QualityAgentSimulation.class, "agent-load", 10, "agent-probe memory max");

    load.assertRedBehind(large, "a memory of 20 GB");
  }

  /** Every answer of the healthy backend takes 800 ms, so that a busy machine adds little. */
  @Test
  void onlyABackendThatStaysSlowAfterASpikeShouldBeWarnedAbout() throws IOException {
    Load load = Load.of(QualityAgentSimulation.class, "agent-spike", 40).with("duration", "15s");
    String growth = "all requests final-p95-growth";
    BackendSettings settings =
        BackendSettings.onFreePort().withFaults(Faults.NONE.withLatency(Duration.ofMillis(800)));
    AtomicLong tiredFrom = new AtomicLong(Long.MAX_VALUE);
    Gateway.Rules slowInTheEnd =
        new Gateway.Rules() {
          @Override
          public OptionalInt refusal(HttpExchange request) {
            if (System.nanoTime() > tiredFrom.get()) {
              LockSupport.parkNanos(Duration.ofMillis(1_600).toNanos());
            }
            return OptionalInt.empty();
          }
        };
    try (BackendServer backend = BackendServer.start(settings);
        Gateway gateway = Gateway.before(backend.baseUrl(), slowInTheEnd)) {
      FinishedRun healthy = load.patientRun().with("baseUrl", backend.baseUrl()).finish();
      FinishedRun broken =
          load.patientRun()
              .fault("answers take 2,400 ms instead of 800 ms after the spike")
              .with("baseUrl", gateway.baseUrl())
              // Three seconds later the first of three stages is half over.
              .finishAfter(
                  "started...",
                  () -> tiredFrom.set(System.nanoTime() + Duration.ofSeconds(5).toNanos()));

      assertThat(healthy.titles("pass")).as(healthy.console()).contains(growth);
      assertThat(broken.titles("warn")).as(broken.console()).contains(growth);
    }
  }
}
