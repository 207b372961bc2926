package proof.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import proof.FinishedRun;
import proof.Gateway;
import proof.SimulationRun;
import simulations.AccountSimulation;

/** An account manager without a cache that says 200 and HIT, and leaves out what it has. */
class WrongAnswersIT {

  private static final String CACHE_TIMES = "accounts cache-time-marker-rate";

  private static final List<String> SPOILED =
      List.of("GET /accounts/{id}", "GET /accounts", "POST /accounts", "PATCH /accounts/{id}");

  /** Only the first answer, to the preparation, says how many accounts there are. */
  private static Gateway.Rules emptyAnswers() {
    AtomicBoolean told = new AtomicBoolean();
    return new Gateway.Rules() {
      @Override
      public void change(Headers answer) {
        if (answer.containsKey("X-Total-Count") && !told.compareAndSet(false, true)) {
          answer.set("X-Total-Count", "0");
        }
        if (answer.containsKey("X-Cache")) {
          answer.set("X-Cache", "HIT");
        }
      }

      @Override
      public String changed(String path, String body) {
        return path.startsWith("/accounts?")
            ? "[]"
            : body.replaceFirst("\"name\":\"Account[^\"]*\",?", "")
                .replaceFirst("\"id\":\"[^\"]*\",?", path.equals("/accounts") ? "" : "$0")
                .replaceFirst("\"revenue\":", "\"turnover\":");
      }
    };
  }

  @Test
  void emptyAnswersAndFalseHitsShouldFailAndBeNamed() throws IOException {
    SimulationRun simulation =
        SimulationRun.of(AccountSimulation.class)
            .with("profile", "accounts-small")
            .with("loadgate.gates.accounts.steady-throughput", "5/s");
    for (String request : SPOILED) {
      simulation.with("loadgate.gates.accounts.details.\"" + request + "\".failure-rate", "1%");
    }
    BackendSettings settings =
        BackendSettings.onFreePort().withFaults(Faults.NONE.without(Part.CACHE));
    try (BackendServer backend = BackendServer.start(settings);
        Gateway gateway = Gateway.before(backend.baseUrl(), emptyAnswers())) {
      FinishedRun run = simulation.with("baseUrl", gateway.baseUrl()).load(10, 6).finish();

      assertThat(run.failed()).as(run.console()).contains("all requests failure-rate", CACHE_TIMES);
      assertThat(SPOILED)
          .allSatisfy(
              request ->
                  assertThat(run.gate("accounts / " + request + " failure-rate").value())
                      .isEqualTo(100));
      assertThat(run.console())
          .contains("account has no name")
          .contains("there are not enough accounts")
          .contains("new account has no id")
          .contains("revenue is not the one that was sent");
      // What the header claims; no hit shows the time of an access to the cache.
      assertThat(run.gate("accounts cache-hit-rate").value()).isEqualTo(100);
      assertThat(run.gate(CACHE_TIMES).value()).isZero();
    }
  }
}
