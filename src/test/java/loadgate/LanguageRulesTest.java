package loadgate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.regex.Pattern.compile;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that the toolkit writes or compares depends on the language of the machine. */
class LanguageRulesTest {

  private static final String LITERALS =
      "\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\\\n]|\\\\.)*\")*";

  private static final Pattern IN_NO_LANGUAGE = compile("Locale\\.ROOT,\\s*" + LITERALS);

  /** In Arabic, {@code %d} writes other digits than {@code %s}. */
  private static final Pattern NUMBER = compile("%(?:\\d+\\$)?[-+0-9,.]*[defgx]");

  private static final Pattern LITERAL = compile(LITERALS);

  private static List<String> numbersOfTheMachinesLanguage(String source) {
    String rest = IN_NO_LANGUAGE.matcher(source).replaceAll("");
    return LITERAL
        .matcher(rest)
        .results()
        .map(MatchResult::group)
        .filter(literal -> NUMBER.matcher(literal.replace("%%", "")).find())
        .toList();
  }

  @Test
  void shouldFormatNumbersAsTextOrInNoLanguage() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertThat(numbersOfTheMachinesLanguage(Files.readString(file)))
            .as(file + ": use %s, or Locale.ROOT")
            .isEmpty();
      }
    }
  }

  @Test
  void shouldNoticeANumberOfTheMachinesLanguage() {
    assertThat(numbersOfTheMachinesLanguage("\"%d of %s\".formatted(1, 2)")).hasSize(1);
    assertThat(numbersOfTheMachinesLanguage("String.format(Locale.ROOT, \"a\" + \"%.1f\", 1.0)"))
        .isEmpty();
  }

  @Test
  void shouldChangeCasesAndFormatTimesInNoLanguage() {
    noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("loadgate"));
  }
}
