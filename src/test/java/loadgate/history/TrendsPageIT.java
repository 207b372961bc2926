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
import org.openqa.selenium.Keys;

/** The trends page as a person sees it. */
class TrendsPageIT {

  private static final String ROWS = "#runs tbody tr";
  private static final String LABELS = "#runs label";
  private static final String FIGURES = "#comparison tbody tr";
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
    assertThat(browser.texts("h2")).contains("MixedSimulation, heavy").hasSize(5);
    assertThat(browser.texts(CHANGES)).isEmpty();

    browser.choose("select[name=simulation]", "AuthFlowSimulation");
    assertThat(browser.texts(ROWS)).isEmpty();
    assertThat(browser.texts("output")).containsExactly("0 of 81 runs");

    browser.choose("select[name=profile]", "all");
    assertThat(browser.texts(ROWS)).hasSize(RealisticHistory.AUTH_FLOW);
    assertThat(browser.texts(CHARTS)).containsExactly("auth-flow p95");
  }

  @Test
  void shouldCompareTwoRunsThatAreClicked() {
    browser.click(LABELS, "2026-10-09 02:30");
    browser.click(LABELS, "2026-10-08 02:30");
    assertThat(browser.texts("#comparison dd"))
        .containsExactly(
            "2026-10-08 02:30, MixedSimulation, light, pass",
            "2026-10-09 02:30, MixedSimulation, light, fail");
    // From the history, by hand: 100 * (41.79 - 93.95) / 93.95 = -55.5.
    assertThat(browser.texts(FIGURES))
        .startsWith(
            "recommendation cache-hit-rate 93.95 % 41.79 % -52.16 points (-55.5 %) worse"
                + " pass, limit 85 % fail, limit 85 %",
            "all requests failure-rate 0.27 % 0.12 % -0.15 points (-55.6 %) better"
                + " pass, limit 1 % pass, limit 1 %",
            "health p95 55 ms 58 ms +3 ms (+5.5 %) worse pass, limit 100 ms pass, limit 100 ms",
            "auth-flow p95 348 ms 339 ms -9 ms (-2.6 %) better"
                + " pass, limit 500 ms, warn 400 ms pass, limit 500 ms, warn 400 ms",
            "all requests p50 38 ms 38 ms 0 ms equal – –");
    assertThat(browser.texts("#comparison [role=status]"))
        .containsExactly("Of 14 figures 2 are worse, 2 better, 10 equal, 0 in one run only.");
    assertThat(browser.texts("#comparison p.warn")).isEmpty();
    assertThat(browser.texts("#comparison code"))
        .containsExactly(
            "mvn -q exec:java@loadgate -Dexec.args=\"compare %s/mixedsimulation-20261008023000000 %s/mixedsimulation-20261009023000000\""
                .formatted(results, results));
  }

  @Test
  void shouldCompareTwoRunsByKeyboardAlone() {
    browser.tabTo(ROWS + ":nth-child(2) input");
    browser.press(Keys.SPACE);
    browser.tabTo(ROWS + ":nth-child(3) input");
    browser.press(Keys.SPACE);
    assertThat(browser.texts(FIGURES))
        .startsWith(
            "auth-flow p95 392 ms 409 ms +17 ms (+4.3 %) worse"
                + " pass, limit 500 ms, warn 400 ms warn, limit 500 ms, warn 400 ms");

    browser.press(Keys.SPACE);
    assertThat(browser.texts(FIGURES)).isEmpty();
  }

  @Test
  void shouldNameWhatMakesTwoRunsNotComparable() {
    browser.click(LABELS, "2026-11-20 03:20");
    browser.click(LABELS, "2026-11-20 02:30");
    assertThat(browser.texts("#comparison p.warn")).singleElement().asString().startsWith("Not co");
    assertThat(browser.texts("#comparison li"))
        .containsExactly(
            "simulation: simulations.MixedSimulation (base), simulations.AuthFlowSimulation (new)",
            "profile: light (base), smoke (new)");
    assertThat(browser.texts(FIGURES)).anyMatch(row -> row.contains("only in base"));
    assertThat(browser.texts("#comparison code")).singleElement().asString().endsWith(" --force\"");
  }

  @Test
  void shouldNameAnotherTargetOtherSettingsAndAnotherMachine(@TempDir Path others)
      throws IOException {
    HistoryFile file = new HistoryFile(others);
    file.append(SampleRun.health().with());
    Path lines = others.resolve(HistoryFile.FILE_NAME);
    String line = Files.readString(lines);
    Files.writeString(
        lines,
        line.replace("T08:15", "T08:16")
            .replace("http://localhost:8000", "https://staging.example.com")
            .replace("7d865e9", "8fd9920")
            .replace("\"cores\":2", "\"cores\":8")
            .replace("\"pass\"", "\"invalid\""),
        StandardOpenOption.APPEND);
    new TrendsPage(others).rebuild();
    browser.open(others.resolve(TrendsPage.FILE_NAME), ColourScheme.LIGHT);
    browser.click(ROWS + ":nth-child(1) input");
    browser.click(ROWS + ":nth-child(2) input");
    assertThat(browser.texts("#comparison p.warn"))
        .containsExactly(
            "The run of 2026-11-20 08:16 is invalid: its figures say little about the target.",
            "Not comparable: a difference may come from what else differs between these runs.");
    assertThat(browser.texts("#comparison li"))
        .containsExactly(
            "target: http://localhost:8000 (base), https://staging.example.com (new)",
            "settings: 7d865e9 (base), 8fd9920 (new)",
            "machine: 2 cores, 24 GiB, Linux amd64, Java 17 (base),"
                + " 8 cores, 24 GiB, Linux amd64, Java 17 (new)");
    assertThat(browser.texts("#comparison code"))
        .singleElement()
        .asString()
        .doesNotContain("--force");
  }

  @Test
  void shouldCompareNothingWithOneRunAlone() {
    assertThat(browser.texts("#comparison [role=status]"))
        .containsExactly(
            "Tick two runs in the table above; a third one takes the place of the first.");
    browser.click(LABELS, "2026-11-20 02:30");
    assertThat(browser.texts("#comparison [role=status]"))
        .containsExactly("One run is ticked; tick another one.");
    assertThat(browser.texts("#comparison table")).isEmpty();
  }

  @Test
  void shouldLetAThirdRunTakeThePlaceOfTheFirst() {
    browser.click(LABELS, "2026-11-20 02:30");
    browser.click(LABELS, "2026-11-18 02:30");
    browser.click(LABELS, "2026-11-19 02:30");
    assertThat(browser.texts("#runs tr:has(:checked) label"))
        .containsExactly("2026-11-19 02:30", "2026-11-18 02:30");
    assertThat(browser.texts("#comparison dd"))
        .containsExactly(
            "2026-11-18 02:30, MixedSimulation, light, warn",
            "2026-11-19 02:30, MixedSimulation, light, pass");
  }

  @Test
  void shouldFitAPhone() throws IOException {
    for (ColourScheme scheme : ColourScheme.values()) {
      browser.open(page, scheme);
      browser.width(400);
      browser.click(LABELS, "2026-10-09 02:30");
      browser.click(LABELS, "2026-10-08 02:30");
      assertThat(browser.hiddenWidth()).isZero();
      browser.screenshot("trends-phone-" + scheme);
    }
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
      browser.click(LABELS, "2026-10-09 02:30");
      browser.click(LABELS, "2026-10-08 02:30");
      browser.screenshot("trends-" + scheme);
    }
    assertThat(browser.console()).isEqualTo(List.of());
  }
}
