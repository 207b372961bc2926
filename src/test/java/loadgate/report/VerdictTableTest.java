package loadgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import loadgate.gates.RunVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTableTest {

  private static final String TOO_BUSY = "\n" + Notes.INVALID + "\n";

  @TempDir private Path folder;

  @Test
  void shouldListTheErrorsThatItIsGiven() throws IOException {
    RunVerdict verdict = HostileRun.in(folder).verdict().orElseThrow();

    assertThat(new VerdictTable(verdict, "3 x Checkout / Pay: status 500").text())
        .contains("\nerrors:\n  3 x Checkout / Pay: status 500\n");
    assertThat(new VerdictTable(verdict).text()).doesNotContain("errors:");
  }

  @Test
  void shouldSayThatTheLoadGeneratorWasTooBusy() throws IOException {
    RunVerdict verdict = HostileRun.in(folder).verdict().orElseThrow();

    String table = new VerdictTable(verdict).text();

    assertThat(table).endsWith(TOO_BUSY + "\nverdict of the run: invalid\n");
    assertThat(table.lines())
        .filteredOn(line -> line.startsWith("  injector saturated max"))
        .hasSize(1)
        .allMatch(line -> line.contains("  < 20 %  ") && line.endsWith("  1  invalid"));
  }

  @Test
  void shouldPrintANameOnOneLineAndInNoColour() throws IOException {
    String table = new VerdictTable(HostileRun.in(folder).verdict().orElseThrow()).text();

    assertThat(table)
        .contains("@all [31m red p95  ")
        .doesNotContainPattern("[\\p{Cc}&&[^\\n]]")
        .doesNotContainPattern("(?m)^red");
  }

  @Test
  void shouldNotSaySoWhenOnlyTheTargetFails() throws IOException {
    RunVerdict verdict = Fixture.GATLING_3_15.run().verdict().orElseThrow();

    assertThat(new VerdictTable(verdict).text())
        .doesNotContain("too busy")
        .endsWith("\nverdict of the run: fail\n");
  }

  @Test
  void shouldSayFirstOfAllThatALogIsNotComplete() throws IOException {
    RunVerdict run = HostileRun.in(folder).verdict().orElseThrow();
    RunVerdict incomplete =
        new RunVerdict(run.gates(), run.observed(), false, "", List.of(), false);

    assertThat(new VerdictTable(incomplete).text())
        .doesNotContain(TOO_BUSY)
        .endsWith("\nthe log of the run is not complete\n\nverdict of the run: incomplete\n");
  }
}
