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
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import proof.score.ProofTable.Row;

/**
 * The gates' own test: how many of all gates were turned red by a broken backend and left green by
 * a healthy one. It reads what the proofs before it have left, so it runs after all of them.
 */
class GateScore {

  private static final Path RUNS = Path.of("target", "proofs");
  private static final Path WRITTEN = Path.of("target", "proofs.md");

  /** The proofs of every gate, the clearest first; the gate as its row has it. */
  private static final Map<List<String>, List<GateProof>> PROOFS = new LinkedHashMap<>();

  private static final List<String> UNPROVEN = new ArrayList<>();
  private static final Set<String> PROFILES = new TreeSet<>();

  @BeforeAll
  static void count() throws IOException {
    assumeTrue(System.getProperty("it.test") == null, "only some of the proofs were run");
    Instant since = Instant.parse(System.getProperty("proofs.since", Instant.EPOCH.toString()));
    ShippedGates shipped = new ShippedGates();
    PROFILES.addAll(shipped.profiles());
    List<ProofRun> runs = ProofRun.find(RUNS, since, shipped);
    for (ShippedGate gate : shipped.all()) {
      List<String> cells = ProofTable.cells(gate);
      List<GateProof> proofs = GateProof.of(gate, runs);
      PROOFS.put(cells, proofs);
      if (proofs.isEmpty()) {
        String missing =
            GateProof.isRedIn(gate, runs)
                ? "no healthy run to compare with"
                : "no fault turned it red by its value";
        UNPROVEN.add(String.join(" | ", cells) + ": " + missing);
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
    assertThat(UNPROVEN).as("gates without a proof").isEmpty();
  }

  @Test
  void theCommittedTableShouldHaveEveryGateOnceWithAFaultThatItNotices() throws IOException {
    List<List<String>> missing = new ArrayList<>(PROOFS.keySet());
    List<Row> wrong = new ArrayList<>();
    for (Row row : ProofTable.committed(PROFILES)) {
      if (!missing.remove(row.gate()) || !isNoticed(row)) {
        wrong.add(row);
      }
    }

    assertThat(wrong).as("rows of docs/proofs.md that are not so; see " + WRITTEN).isEmpty();
    assertThat(missing).as("gates that docs/proofs.md lacks; see " + WRITTEN).isEmpty();
  }

  /** A gate that nothing proves is another test's failure. */
  private static boolean isNoticed(Row row) {
    List<GateProof> proofs = PROOFS.get(row.gate());
    return proofs.isEmpty()
        || proofs.stream().anyMatch(proof -> proof.broken().fault().equals(row.fault()));
  }
}
