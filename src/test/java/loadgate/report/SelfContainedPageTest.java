package loadgate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SelfContainedPageTest {

  @Test
  void shouldKeepHostileDataInsideItsBlock() {
    String html = page("x", "a </script><script>alert(1)</script> <!-- b").html();
    assertThat(html)
        .contains("\"a \\u003c/script>\\u003cscript>alert(1)\\u003c/script> \\u003c!-- b\"");
  }

  @Test
  void shouldEscapeItsTitle() {
    assertThat(page("<b> & \"c\"", "").html())
        .contains("<title>&lt;b&gt; &amp; &quot;c&quot;</title>");
  }

  @Test
  void shouldLoadNothing() {
    String html = page("x", "y").html();
    assertThat(html).contains("default-src 'none'").doesNotContain("sourceMappingURL");
    Pattern reference = Pattern.compile("(?i)<[^>]+\\b(src|href)\\s*=|@import|\\burl\\(.?https?:");
    assertThat(reference.matcher(html).results().map(MatchResult::group)).isEmpty();
  }

  @Test
  void shouldCarryTheChartLibraryAndBothSchemes() {
    assertThat(page("x", "y").html())
        .contains("Chart.js v", "prefers-color-scheme: dark", "const loadgate");
  }

  @Test
  void shouldNameAScriptThatIsNotThere() {
    SelfContainedPage page =
        new SelfContainedPage("x", "", JsonNodeFactory.instance.nullNode(), List.of("none.js"));
    assertThatThrownBy(page::html).hasMessage("not on the class path: none.js");
  }

  private static SelfContainedPage page(String title, String text) {
    return new SelfContainedPage(
        title, "<main></main>", JsonNodeFactory.instance.textNode(text), List.of("charts.js"));
  }
}
