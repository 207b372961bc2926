package proof.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The gates' own test: how many of all gates were turned red by a broken backend and left green by
 * a healthy one. It reads what the proofs before it have left, so it runs after all of them.
 */
class GateScore {

  private static final Path RUNS = Path.of("target", "proofs");
  private static final Path WRITTEN = Path.of("target", "proofs.md");

  private static final Map<ShippedGate, List<GateProof>> PROOFS = new LinkedHashMap<>();
  private static final List<String> UNPROVEN = new ArrayList<>();

  @BeforeAll
  static void count() throws IOException {
    assumeTrue(System.getProperty("it.test") == null, "only some of the proofs were run");
    Instant since = Instant.parse(System.getProperty("proofs.since", Instant.EPOCH.toString()));
    ShippedGates shipped = new ShippedGates();
    List<ProofRun> runs = ProofRun.find(RUNS, since, shipped);
    for (ShippedGate gate : shipped.all()) {
      List<GateProof> proofs = GateProof.of(gate, runs);
      PROOFS.put(gate, proofs);
      if (proofs.isEmpty()) {
        UNPROVEN.add(
            "%s %s (%s): %s"
                .formatted(
                    gate.title(),
                    gate.limitText(),
                    String.join(", ", gate.profiles()),
                    GateProof.isRedIn(gate, runs)
                        ? "no healthy run to compare with"
                        : "no fault turned it red by its value"));
      }
    }
    Files.writeString(WRITTEN, ProofTable.page(clearest()));
    print(runs.size());
  }

  private static List<GateProof> clearest() {
    return PROOFS.values().stream().flatMap(proofs -> proofs.stream().limit(1)).toList();
  }

  private static void print(int runs) {
    int killed = PROOFS.size() - UNPROVEN.size();
    System.out.printf(
        "%nMutation score of the gates: %d of %d (%d %%), from %d runs%n",
        killed, PROOFS.size(), 100 * killed / Math.max(1, PROOFS.size()), runs);
    UNPROVEN.forEach(gate -> System.out.println("  not proven: " + gate));
    System.out.printf("  table: %s%n%n", WRITTEN);
  }

  @Test
  void everyGateShouldBeTurnedRedByAFaultAndLeftGreenWithoutOne() {
    assertThat(UNPROVEN).isEmpty();
  }

  @Test
  void theCommittedTableShouldHaveEveryGateWithAFaultThatItNotices() throws IOException {
    Map<List<String>, TreeSet<String>> faults = new LinkedHashMap<>();
    PROOFS.forEach(
        (gate, proofs) ->
            proofs.forEach(
                proof -> {
                  ProofTable.Row row = ProofTable.parsed(ProofTable.row(proof));
                  faults.computeIfAbsent(row.gate(), g -> new TreeSet<>()).add(row.fault());
                }));
    List<ProofTable.Row> committed = ProofTable.committed();

    assertThat(committed.stream().map(ProofTable.Row::gate))
        .as("gates in docs/proofs.md; %s has the table of this build", WRITTEN)
        .containsExactlyInAnyOrderElementsOf(
            PROOFS.keySet().stream().map(GateScore::cells).toList());
    assertThat(committed)
        .as("faults in docs/proofs.md; %s has the table of this build", WRITTEN)
        .allSatisfy(row -> assertThat(faults.get(row.gate())).contains(row.fault()));
  }

  private static List<String> cells(ShippedGate gate) {
    return List.of(gate.title(), String.join(", ", gate.profiles()), gate.limitText());
  }
}
