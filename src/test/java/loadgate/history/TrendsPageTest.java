package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import loadgate.gates.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendsPageTest {

  private static final SampleRun RUN = SampleRun.health();

  @TempDir private Path results;

  @Test
  void shouldListTheNewestRunFirst() throws IOException {
    append(RUN.startedAt(RUN.time().plusSeconds(60)).with("b"));
    append(RUN.with("a"));
    append(RUN.startedAt(RUN.time().plusSeconds(120)).with("c"));
    assertThat(starts())
        .containsExactly("2026-11-20 08:17", "2026-11-20 08:16", "2026-11-20 08:15");
  }

  @Test
  void shouldLinkTheReportsOfARun() throws IOException {
    append(RUN.with("a run:1"));
    Files.createDirectory(results.resolve("a run:1"));
    Files.createFile(results.resolve("a run:1/loadgate.html"));
    assertThat(page())
        .contains("href=\"./a%20run:1/loadgate.html\"", "href=\"./a%20run:1/index.html\"");
  }

  @Test
  void shouldLinkNoReportThatIsGone() throws IOException {
    append(RUN.with("gone"));
    assertThat(page()).contains("deleted").doesNotContain("href=");
  }

  @Test
  void shouldLinkGatlingsReportBeforeGatlingHasWrittenIt() throws IOException {
    append(RUN.with("now"));
    Files.createDirectory(results.resolve("now"));
    assertThat(page()).contains("now/index.html").doesNotContain("loadgate.html");
  }

  @Test
  void shouldNameTheGatesThatARunFailed() throws IOException {
    append(
        new SampleRun(RUN.simulation(), RUN.profile(), RUN.time(), Verdict.FAIL)
            .with(SampleRun.p95(120)));
    assertThat(page())
        .contains("<span class=\"fail\">fail</span> <span class=\"faint\">health p95</span>");
  }

  @Test
  void shouldReportDamagedLinesByNumber() throws IOException {
    append(RUN.with("a"));
    Files.writeString(
        results.resolve("history.jsonl"), "<b>broken</b>\n", StandardOpenOption.APPEND);
    assertThat(new TrendsPage(results).rebuild().history().damaged())
        .extracting(DamagedLine::number)
        .containsExactly(2L);
    assertThat(page()).contains("<li>line 2: ").doesNotContain("<b>");
  }

  @Test
  void shouldSayThatThereIsNoRunYet() throws IOException {
    assertThat(page()).contains("There is no run yet.").doesNotContain("<table");
  }

  @Test
  void shouldEscapeWhatComesFromRuns() throws IOException {
    append(new SampleRun("<i>", "\"><i>", RUN.time(), Verdict.PASS).with("<i>"));
    assertThat(page()).doesNotContain("<i>").contains("&lt;i&gt;");
  }

  @Test
  void shouldReplaceThePageAndLeaveNothingElseBehind() throws IOException {
    Files.writeString(results.resolve("index.html"), "old");
    append(RUN.with("a"));
    assertThat(page()).doesNotStartWith("old");
    try (var files = Files.list(results)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("history.jsonl", "index.html");
    }
  }

  private void append(HistoryEntry run) throws IOException {
    new HistoryFile(results).append(run);
  }

  private String page() throws IOException {
    new TrendsPage(results).rebuild();
    return Files.readString(results.resolve("index.html"));
  }

  private Iterable<String> starts() throws IOException {
    return Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d(?=</label></td>)")
        .matcher(page())
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
