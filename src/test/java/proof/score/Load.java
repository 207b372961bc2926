package proof.score;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import loadgate.GatedSimulation;
import loadgate.gates.Gate;
import loadgate.model.GateLimits;
import loadgate.model.Unit;
import proof.FinishedRun;
import proof.Gateway;
import proof.SimulationRun;

/**
 * A load and the gates that it is there for.
 *
 * @param options names and values
 */
public record Load(
    Class<? extends GatedSimulation> simulation,
    String profile,
    int users,
    Map<String, Object> options,
    List<String> gates) {

  public static final String FAILURES = "all requests failure-rate";
  public static final String THROUGHPUT = "all requests steady-throughput";

  /** Limits that only a broken backend breaks, however busy the machine. */
  private static final Map<Unit, String> PATIENT =
      Map.of(Unit.MILLISECONDS, "10m", Unit.PER_SECOND, "1/s", Unit.MEGABYTES, "16GB");

  /** With the shipped limits on its own gates. */
  SimulationRun run() {
    return run(gates::contains);
  }

  /** With none of the shipped limits on times and amounts, however slow the machine. */
  public SimulationRun patientRun() {
    return run(gate -> false);
  }

  private SimulationRun run(Predicate<String> isShipped) {
    SimulationRun run =
        SimulationRun.of(simulation)
            .with("profile", profile)
            .with("users", users)
            .with("duration", "9s");
    if (!Set.of("market-peak", "agent-spike").contains(profile)) {
      run.with("spawnRate", users);
    }
    for (GateLimits limits :
        new ShippedGates().settings(simulation.getSimpleName(), profile).gates()) {
      Gate gate = new Gate(limits, List.of());
      boolean own = isShipped.test(gate.title());
      String patient = PATIENT.get(limits.measure().unit());
      if (patient != null && (own || !gate.isOfResources())) {
        // Said again, because gates may be copied in the settings, from others that are changed.
        run.with(ShippedGates.path(limits), own ? gate.text(limits.fail()) : patient);
      }
    }
    options.forEach(run::with);
    return run;
  }

  public Load with(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(options);
    more.put(key, value);
    return new Load(simulation, profile, users, more, gates);
  }

  /** With a fault of the reference backend, such as {@code latency}. */
  public Load fault(String fault, Object value) {
    return with("loadgate.backend.faults." + fault, value);
  }

  @Override
  public String toString() {
    return profile + " " + options;
  }

  public static Load of(
      Class<? extends GatedSimulation> simulation, String profile, int users, String... gates) {
    return new Load(simulation, profile, users, Map.of(), List.of(gates));
  }

  /** Red by its gates before a backend whose answers a gateway spoils. */
  public void assertRedBehind(Gateway.Rules rules, String fault) throws IOException {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort());
        Gateway gateway = Gateway.before(backend.baseUrl(), rules)) {
      assertRed(run().fault(fault).with("baseUrl", gateway.baseUrl()).finish());
    }
  }

  /** All of its gates are red by their values. */
  void assertRed(FinishedRun run) {
    assertThat(run.failed()).as(run.console()).containsAll(gates);
    assertThat(gates).allSatisfy(gate -> assertThat(run.gate(gate).actual()).isPresent());
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
