package proof.agent;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import proof.FinishedRun;
import proof.Gateway;
import proof.SimulationRun;
import simulations.QualityAgentSimulation;

/** An agent whose answers are right, but about something else. */
class WrongAnswersIT {

  private static final List<String> SPOILED =
      List.of("/validation/create", "/regression/detect", "/regression/baseline");

  private static final Gateway.Rules OTHER_SUBJECTS =
      new Gateway.Rules() {
        @Override
        public String forwarded(String path) {
          return path.replace("model-v2", "model-v3");
        }

        @Override
        public String changed(String path, String body) {
          return body.replaceFirst("\"validation-\\d+\"", "\"other\"")
              .replaceFirst("\"current_quality\":[\\d.]+", "\"current_quality\":1.0")
              .replaceFirst("\"config_hash\":\"v", "\"config_hash\":\"w");
        }
      };

  @Test
  void answersAboutSomethingElseShouldFailAndBeNamed() throws IOException {
    SimulationRun simulation =
        SimulationRun.of(QualityAgentSimulation.class)
            .with("profile", "agent-stress-50")
            .with("loadgate.profiles.agent-stress-50.weights.quality-agent", 0)
            .with("loadgate.profiles.agent-stress-50.weights.quality-agent-high-load", 0)
            .with("loadgate.gates.global.steady-throughput", "5/s");
    for (String request : SPOILED) {
      simulation.with(
          "loadgate.gates.quality-agent-burst.details.\"" + request + "\".failure-rate", "1%");
    }
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort());
        Gateway gateway = Gateway.before(backend.baseUrl(), OTHER_SUBJECTS)) {
      FinishedRun run = simulation.with("baseUrl", gateway.baseUrl()).load(30, 8).finish();

      assertThat(run.failed()).as(run.console()).contains("all requests failure-rate");
      assertThat(SPOILED)
          .allSatisfy(
              request ->
                  assertThat(run.gate("quality-agent-burst / " + request + " failure-rate").value())
                      .isEqualTo(100));
      assertThat(run.console())
          .contains("validation has another name")
          .contains("regression is of another quality")
          .contains("baseline is of another configuration")
          .contains("comparison is of other models");
    }
  }
}
