package proof.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The table in {@code docs/proofs.md}: which fault turns which gate red. */
final class ProofTable {

  static final Path COMMITTED = Path.of("docs", "proofs.md");

  private static final String ALL = "all";
  private static final String HEAD = "| gate | profiles | limit | fault | healthy | broken |";

  private ProofTable() {}

  /**
   * A row of the table.
   *
   * @param gate title, profiles and limit of the gate
   */
  record Row(List<String> gate, String fault) {}

  /** Title, profiles and limit, as the row of a gate has them. */
  static List<String> cells(ShippedGate gate) {
    return List.of(gate.title(), String.join(", ", gate.profiles()), gate.limitText());
  }

  private static String row(GateProof proof) {
    ShippedGate gate = proof.gate();
    return "| %s | %s | %s | %s |"
        .formatted(
            String.join(" | ", cells(gate)),
            proof.broken().fault(),
            gate.valueText(proof.healthy().value()),
            gate.valueText(proof.broken().value()));
  }

  private static Row parsed(String row, Set<String> profiles) {
    String[] cells = row.substring(1, row.lastIndexOf('|')).strip().split("\\s*\\|\\s*");
    Set<String> present = new TreeSet<>(List.of(cells[1].split(", ")));
    if (!cells[1].equals(ALL)) {
      present.retainAll(profiles);
    }
    String named = present.equals(profiles) ? ALL : String.join(", ", present);
    return new Row(List.of(cells[0], named, cells[2]), cells[3]);
  }

  /**
   * Its rows.
   *
   * @param profiles that there are; others went away with their target, and with them their rows
   */
  static List<Row> committed(Set<String> profiles) throws IOException {
    return rows()
        .map(row -> parsed(row, profiles))
        .filter(row -> !row.gate().get(1).isEmpty())
        .toList();
  }

  private static Stream<String> rows() throws IOException {
    return Files.readAllLines(COMMITTED).stream()
        .dropWhile(line -> !line.equals(HEAD))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"));
  }

  /** The committed page with the rows of these proofs. */
  static String page(List<GateProof> proofs) throws IOException {
    List<String> page = new ArrayList<>();
    for (String line : Files.readAllLines(COMMITTED)) {
      page.add(line);
      if (line.equals(HEAD)) {
        break;
      }
    }
    page.add("|---|---|---|---|---|---|");
    proofs.forEach(proof -> page.add(row(proof)));
    return String.join("\n", page) + "\n";
  }
}
