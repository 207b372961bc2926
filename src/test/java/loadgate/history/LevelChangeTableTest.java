package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelChangeTableTest {

  private static final SampleRun RUN = SampleRun.health();

  @TempDir private Path results;

  @Test
  void shouldPrintTheNewestChangeFirst() {
    assertThat(table(50, 51, 49, 50, 60, 61, 59, 60, 90, 91, 89, 90).text())
        .isEqualTo(
            """
            changes of level:
              Gate        Simulation        Profile  First run (UTC)   Commit   Mean before  Mean after  Change         p-value  Also changed  Folder
              health p95  HealthSimulation  light    2026-11-28 08:15  44628e8  60 ms        90 ms       +50.0 % worse  3e-09                  healthsimulation-20261128081530000
              health p95  HealthSimulation  light    2026-11-24 08:15  44628e8  50 ms        60 ms       +20.0 % worse  2e-06                  healthsimulation-20261124081530000
            """);
  }

  @Test
  void shouldSayThatNothingHasChanged() {
    String none =
        "no figure has changed its level, which takes at least 3 runs of a gate before and after";
    assertThat(table(50, 51, 49, 50).text()).isEqualTo(none + "\n");
    assertThat(table(50, 51, 49, 50).html(new ReportLinks(results)))
        .isEqualTo("<p class=\"faint\">" + none + ".</p>\n");
  }

  @Test
  void shouldTellTheFilterOfThePageWhoseChangeItIs() {
    assertThat(table(50, 51, 49, 50, 60, 61, 59, 60).html(new ReportLinks(results)))
        .contains("<tr data-simulation=\"simulations.HealthSimulation\" data-profile=\"light\">")
        .contains("<td>+20.0 % worse</td>")
        .contains("deleted");
  }

  private static LevelChangeTable table(double... millis) {
    List<HistoryEntry> runs = new ArrayList<>();
    for (int i = 0; i < millis.length; i++) {
      runs.add(RUN.startedAt(RUN.time().plus(Duration.ofDays(i))).with(SampleRun.p95(millis[i])));
    }
    return LevelChangeTable.of(new ComparableRuns("", "", runs).trends().stream());
  }
}
