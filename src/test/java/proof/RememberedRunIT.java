package proof;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import browser.Browser;
import browser.Browser.ColourScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import loadgate.gates.Verdict;
import loadgate.history.History;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import loadgate.history.TrendsPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import simulations.HealthSimulation;

/** What the history has of a run, and how a person gets from there to its report. */
class RememberedRunIT {

  private static FinishedRun run;
  private static History history;

  @TempDir private Path profile;

  @BeforeAll
  static void runOnce() throws Exception {
    run = SimulationRun.of(HealthSimulation.class).withOwnBackend().load(4, 4).patient().finish();
    history = new HistoryFile(run.results()).read();
  }

  /** What one user among many went through is remembered only when it says something. */
  private static List<String> remembered() {
    return run.titles("pass").stream()
        .filter(title -> !title.matches(".* (worst-\\w+|silent-failures) max"))
        .toList();
  }

  @Test
  void shouldBeInTheHistoryWithItsFigures() {
    assertThat(history.damaged()).isEmpty();
    HistoryEntry entry = history.runs().get(0);
    assertThat(history.runs()).hasSize(1);
    assertThat(entry.simulation()).isEqualTo("simulations.HealthSimulation");
    assertThat(entry.profile()).isEqualTo("light");
    assertThat(entry.target()).isEqualTo("reference backend");
    assertThat(entry.settings()).matches("[0-9a-f]{64}");
    assertThat(entry.machine().cores()).isPositive();
    assertThat(entry.verdict()).as(run.console()).isEqualTo(Verdict.PASS);
    assertThat(entry.userTypes()).containsOnlyKeys("Health", "Health Full");
    assertThat(entry.gates())
        .extracting(gate -> gate.title())
        .containsAll(remembered())
        .contains("target cpu max", "target memory max")
        .contains("all requests failure-rate", "health p95", "health-full p95");
    assertThat(entry.folder()).isEqualTo(run.runFolder().getFileName().toString());
  }

  @Test
  void shouldBeFoundOnTheTrendsPage() throws IOException {
    try (Browser browser = Browser.start(profile)) {
      browser.open(run.results().resolve(TrendsPage.FILE_NAME), ColourScheme.LIGHT);
      assertThat(browser.texts("#runs tbody td:nth-child(2)")).containsExactly("HealthSimulation");
      assertThat(browser.texts("figcaption"))
          .containsAll(remembered())
          .contains("target cpu max", "target memory max");
      assertThat(browser.console()).isEmpty();
      browser.screenshot("trends-of-one-run");
      browser.click("#runs a[href$='/index.html']");
      assertThat(browser.address()).endsWith(run.runFolder().getFileName() + "/index.html");
      assertThat(browser.texts(".container")).isNotEmpty();
    }
  }

  @Test
  void shouldShowItsOwnPageWithCharts() throws IOException {
    try (Browser browser = Browser.start(profile)) {
      for (ColourScheme scheme : ColourScheme.values()) {
        browser.open(run.results().resolve(TrendsPage.FILE_NAME), scheme);
        browser.click("#runs a[href$='/loadgate.html']");
        assertThat(browser.address()).endsWith(run.runFolder().getFileName() + "/loadgate.html");
        assertThat(browser.texts("h1")).singleElement().asString().endsWith("pass");
        assertThat(browser.texts("dt")).contains("target", "profile", "users", "machine");
        assertThat(browser.texts("h2")).contains("Gates", "Requests", "Errors");
        List<String> charts = browser.ids("canvas");
        assertThat(charts).isNotEmpty();
        for (String chart : charts) {
          assertThat(browser.pixels(chart, "--series-1")).as(chart).isPositive();
        }
        browser.click("table.sortable th:nth-child(2) button");
        assertThat(browser.texts("table.sortable th[aria-sort=descending]")).contains("count");
        assertThat(counts(browser)).hasSizeGreaterThan(1).isSortedAccordingTo(reverseOrder());
        browser.screenshot("run-" + scheme);
      }
      assertThat(browser.console()).isEmpty();
    }
  }

  @Test
  void shouldSortTheRequestsByKeyboardAlone() throws IOException {
    try (Browser browser = Browser.start(profile)) {
      browser.open(run.runFolder().resolve("loadgate.html"), ColourScheme.LIGHT);
      browser.tabTo("table.sortable th:nth-child(2) button");
      browser.press(Keys.ENTER);
      assertThat(browser.texts("table.sortable th[aria-sort=descending]")).containsExactly("count");
      assertThat(counts(browser)).hasSizeGreaterThan(1).isSortedAccordingTo(reverseOrder());

      browser.press(Keys.SPACE);
      assertThat(browser.texts("table.sortable th[aria-sort=ascending]")).containsExactly("count");
      assertThat(counts(browser)).hasSizeGreaterThan(1).isSorted();
    }
  }

  private static List<Integer> counts(Browser browser) {
    return browser.texts("table.sortable td:nth-child(2)").stream().map(Integer::valueOf).toList();
  }
}
