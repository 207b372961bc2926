package loadgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import loadgate.gates.Gates;
import loadgate.model.ExportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTest {

  private static final Set<ExportFormat> ALL = EnumSet.allOf(ExportFormat.class);

  private static final String[] FILES = {
    "failures.csv",
    "gates.json",
    "js/assertions.xml",
    "js/global_stats.json",
    "js/stats.json",
    "junit.xml",
    "loadgate.html",
    "stats.csv",
    "stats.json",
    "stats_history.csv",
    "summary.md"
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void shouldWriteEveryFileAndNothingElse(Fixture fixture) throws IOException {
    assertThat(new ReportFiles(fixture.run(), ALL).writeTo(folder)).isEmpty();

    assertThat(files()).containsExactly(FILES);
  }

  @Test
  void shouldWriteTheRecordAloneWhenNoFormatIsAskedFor() throws IOException {
    new ReportFiles(Fixture.GATLING_3_15.run(), Set.of()).writeTo(folder);

    assertThat(files())
        .containsExactly("gates.json", "junit.xml", "loadgate.html", "stats.json", "summary.md");
  }

  @Test
  void shouldAddTheFilesOfAFormatWhenItIsAskedFor() throws IOException {
    new ReportFiles(Fixture.GATLING_3_15.run(), Set.of(ExportFormat.LOCUST)).writeTo(folder);

    assertThat(files())
        .containsExactly(
            "failures.csv",
            "gates.json",
            "junit.xml",
            "loadgate.html",
            "stats.csv",
            "stats.json",
            "stats_history.csv",
            "summary.md");
  }

  @Test
  void shouldWriteEveryFileWithoutGates() throws IOException {
    assertThat(new ReportFiles(Fixture.GATLING_3_15.runWithoutGates(), ALL).writeTo(folder))
        .isEmpty();

    assertThat(files()).containsExactly(FILES);
    assertThat(Files.readString(folder.resolve("summary.md"))).contains(Notes.NO_GATES);
    assertThat(GatesJson.read(folder)).isEmpty();
  }

  @Test
  void shouldFoldTheGatesOfAGreenSummaryOnly() throws IOException {
    new ReportFiles(Fixture.GATLING_3_15.run(), ALL).writeTo(folder);
    assertThat(Files.readString(folder.resolve("summary.md")))
        .startsWith("## simulations.ProtoSimulation: FAIL")
        .doesNotContain("<details>");

    Gates none = new Gates(List.of(), List.of(), List.of(), false, "");
    RunResult green =
        RunResult.read(Fixture.GATLING_3_15.log(), Optional.of(none), Indicators.defaults());
    new ReportFiles(green, ALL).writeTo(folder);
    assertThat(Files.readString(folder.resolve("summary.md")))
        .contains("<details><summary>0 gates passed</summary>", "</details>");
  }

  @Test
  void shouldReplaceAnEarlierRecord() throws IOException {
    Files.writeString(folder.resolve("junit.xml"), "old");

    new ReportFiles(Fixture.GATLING_3_15.run(), ALL).writeTo(folder);

    assertThat(Files.readString(folder.resolve("junit.xml"))).contains("tests=\"11\"");
  }

  @Test
  void shouldWriteTheOthersWhenAFolderIsInTheWayOfOne() throws IOException {
    Files.createDirectories(folder.resolve("stats.csv/full"));

    List<ReportFiles.Failure> failures =
        new ReportFiles(Fixture.GATLING_3_15.run(), ALL).writeTo(folder);

    assertThat(failures).extracting(ReportFiles.Failure::file).containsExactly("stats.csv");
    assertThat(failures.get(0).toString())
        .startsWith("stats.csv was not written: ")
        .hasLineCount(1);
    assertThat(files()).hasSize(FILES.length - 1).doesNotContain("stats.csv");
  }

  @Test
  void shouldWriteTheOthersWhenAFileIsInTheWayOfAFolder() throws IOException {
    Files.writeString(folder.resolve("js"), "");

    List<ReportFiles.Failure> failures =
        new ReportFiles(Fixture.GATLING_3_15.run(), ALL).writeTo(folder);

    assertThat(failures).hasSize(3).allMatch(failure -> failure.file().startsWith("js/"));
    assertThat(files()).contains("stats.json", "loadgate.html");
  }

  @Test
  void shouldStayWellFormedWhateverTheNamesAre() throws Exception {
    assertThat(new ReportFiles(HostileRun.in(folder), ALL).writeTo(folder)).isEmpty();

    for (String xml : List.of("junit.xml", "js/assertions.xml")) {
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(folder.resolve(xml).toFile());
    }
    for (String json : List.of("stats.json", "gates.json", "js/stats.json")) {
      new ObjectMapper().readTree(folder.resolve(json).toFile());
    }
    assertThat(Files.readString(folder.resolve("loadgate.html")))
        .doesNotContain("<img")
        .contains("&lt;/script&gt;&lt;img src=x&gt;");
    assertThat(Files.readString(folder.resolve("summary.md")))
        .contains("=cmd\\|' /C calc'\\!A0 &lt;/script&gt;&lt;img src=x&gt; &#64;all");
    assertThat(Files.readString(folder.resolve("failures.csv")))
        .contains(
            ",'=cmd|' /C calc'!A0 </script><img src=x> @all [31m red,\"a, \"\"b\"\" c | <i> ");
  }

  @Test
  void shouldLeaveNothingOfANameThatSteersATerminalOrBeginsALine() throws IOException {
    new ReportFiles(HostileRun.in(folder), ALL).writeTo(folder);

    for (String file : FILES) {
      assertThat(Files.readString(folder.resolve(file)))
          .as(file)
          .doesNotContainPattern("[\\p{Cc}&&[^\\n]]")
          .doesNotContainPattern("(?m)^red");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "th-TH-u-nu-thai", "tr-TR", "de-DE"})
  void shouldWriteTheSameInEveryLanguage(String language) throws IOException {
    new ReportFiles(Fixture.GATLING_3_15.run(), ALL).writeTo(folder.resolve("expected"));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(language));
    try {
      new ReportFiles(Fixture.GATLING_3_15.run(), ALL).writeTo(folder.resolve("foreign"));
    } finally {
      Locale.setDefault(before);
    }

    for (String file : FILES) {
      assertThat(folder.resolve("foreign").resolve(file))
          .hasSameTextualContentAs(folder.resolve("expected").resolve(file));
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
