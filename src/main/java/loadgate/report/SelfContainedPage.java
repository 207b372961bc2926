package loadgate.report;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * An HTML page that works offline and needs no other file: style, chart library, data and script
 * are in it, and its content security policy forbids every address. It follows the light or dark
 * preference of the reader.
 *
 * <p>The scripts find {@code loadgate.data} (the data block) and {@code loadgate.lineChart} (see
 * {@code charts.js}).
 *
 * @param title as plain text
 * @param body as HTML, what comes from a run {@linkplain Html#escape escaped}
 * @param data for the scripts
 * @param scripts names of class-path resources beside this class, such as {@code run.js}, in the
 *     order in which they run
 */
public record SelfContainedPage(String title, String body, JsonNode data, List<String> scripts) {

  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

  public String html() {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="%s">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    %s
    <script type="application/json" id="data">%s</script>
    <script>%s</script>
    <script>
    %s</script>
    <script>
    %s</script>
    </body>
    </html>
    """
        .formatted(
            POLICY,
            Html.escape(title),
            resource("page.css"),
            body,
            json(),
            chartLibrary(),
            resource("charts.js"),
            scripts.stream().map(SelfContainedPage::resource).collect(joining()));
  }

  /** Without any {@code <}, so that no name in the data can end the block or open a comment. */
  private String json() {
    try {
      return new ObjectMapper().writeValueAsString(data).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("data that is no JSON: " + e.getMessage(), e);
    }
  }

  private static String chartLibrary() {
    Properties webJar = new Properties();
    try {
      webJar.load(
          new StringReader(resource("/META-INF/maven/org.webjars.npm/chart.js/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String library =
        resource(
            "/META-INF/resources/webjars/chart.js/"
                + webJar.getProperty("version")
                + "/dist/chart.umd.min.js");
    // The source map is another file, which a browser's developer tools would look for.
    return library.replaceAll("(?m)^//# sourceMappingURL=.*$", "");
  }

  private static String resource(String name) {
    try (InputStream in = SelfContainedPage.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(in, () -> "not on the class path: " + name).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
