package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;

import browser.Browser;
import browser.Browser.ColourScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trends page as a person sees it. */
class TrendsPageIT {

  private static final String ROWS = "#runs tbody tr";
  private static final String CHANGES = "#changes tbody tr";
  private static final String CHARTS = "figcaption";

  @TempDir private static Path profile;
  @TempDir private static Path results;
  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(profile);
    RealisticHistory.append(results);
    Files.writeString(
        results.resolve(HistoryFile.FILE_NAME), "{\"version\":1,", StandardOpenOption.APPEND);
    for (HistoryEntry run : new HistoryFile(results).read().runs()) {
      Path folder = Files.createDirectory(results.resolve(run.folder()));
      Files.writeString(folder.resolve("index.html"), "<title>Gatling</title>");
    }
    new TrendsPage(results).rebuild();
    page = results.resolve(TrendsPage.FILE_NAME);
  }

  @BeforeEach
  void open() {
    browser.open(page, ColourScheme.LIGHT);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void shouldShowAllRunsNewestFirst() {
    assertThat(browser.texts(ROWS)).hasSize(RealisticHistory.ALL);
    assertThat(browser.texts(ROWS + " td:first-child"))
        .startsWith("2026-11-20 03:20", "2026-11-20 02:30", "2026-11-19 02:30");
    assertThat(browser.texts("output")).containsExactly("81 of 81 runs");
  }

  @Test
  void shouldDrawEveryGateWithItsLimits() {
    // Auth flow under smoke has one gate, both profiles of the mixed simulation have four.
    assertThat(browser.texts(CHARTS)).hasSize(9);
    for (ColourScheme scheme : ColourScheme.values()) {
      browser.open(page, scheme);
      for (int gate = 0; gate < 4; gate++) {
        String chart = "trend-1-" + gate;
        assertThat(browser.pixels(chart, "--series-1")).as(chart).isGreaterThan(100);
        assertThat(browser.pixels(chart, "--fail")).as(chart).isGreaterThan(200);
      }
      assertThat(browser.pixels("trend-1-2", "--warn")).as("warn limit").isGreaterThan(200);
    }
  }

  @Test
  void shouldDrawTheLimitOfTheOnlyRun() {
    assertThat(browser.pixels("trend-0-0", "--pass")).as("the run").isGreaterThan(10);
    assertThat(browser.pixels("trend-0-0", "--fail")).as("fail limit").isGreaterThan(200);
  }

  @Test
  void shouldListTheChangesOfLevelNewestFirst() {
    assertThat(browser.texts(CHANGES + " td:first-child"))
        .containsExactly("health p95", "auth-flow p95");
    assertThat(browser.texts(CHANGES + ":first-child td"))
        .contains("light", "2026-11-01 02:30", "62.83 ms", "74.15 ms", "+18.0 % worse");
  }

  @Test
  void shouldMarkAChangeOfLevelInTheChart() {
    for (ColourScheme scheme : ColourScheme.values()) {
      browser.open(page, scheme);
      // The same gate under both profiles, which slowed down under the first alone.
      assertThat(browser.pixels("trend-1-1", "--ink"))
          .isGreaterThan(browser.pixels("trend-2-1", "--ink") + 100);
    }
  }

  @Test
  void shouldFilterRunsAndChartsBySimulationAndProfile() {
    browser.choose("select[name=profile]", "heavy");
    assertThat(browser.texts(ROWS)).hasSize(RealisticHistory.MIXED_HEAVY);
    assertThat(browser.texts("h2")).contains("MixedSimulation, heavy").hasSize(4);
    assertThat(browser.texts(CHANGES)).isEmpty();

    browser.choose("select[name=simulation]", "AuthFlowSimulation");
    assertThat(browser.texts(ROWS)).isEmpty();
    assertThat(browser.texts("output")).containsExactly("0 of 81 runs");

    browser.choose("select[name=profile]", "all");
    assertThat(browser.texts(ROWS)).hasSize(RealisticHistory.AUTH_FLOW);
    assertThat(browser.texts(CHARTS)).containsExactly("auth-flow p95");
  }

  @Test
  void shouldOpenTheReportOfARun() {
    browser.click(ROWS + " a");
    assertThat(browser.address()).endsWith("/authflowsimulation-20261120032000000/index.html");
  }

  @Test
  void shouldOpenTheReportOfTheFirstRunAtANewLevel() {
    browser.click(CHANGES + " a");
    assertThat(browser.address()).endsWith("/mixedsimulation-20261101023000000/index.html");
  }

  @Test
  void shouldNameTheDamagedLine() {
    assertThat(browser.texts("#damage li")).singleElement().asString().startsWith("line 82: ");
  }

  @Test
  void shouldKeepTheConsoleEmpty() throws IOException {
    for (ColourScheme scheme : ColourScheme.values()) {
      browser.open(page, scheme);
      browser.choose("select[name=profile]", "light");
      browser.screenshot("trends-" + scheme);
    }
    assertThat(browser.console()).isEqualTo(List.of());
  }
}
