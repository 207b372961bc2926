package loadgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of {@code deploy/kubernetes/base}, with other values. A line that ends with {@code #
 * --option} has the value of that option, or has it as part of its value.
 *
 * @param values by option
 */
record KubernetesManifests(Map<String, String> values) {

  private static final String BASE = "/loadgate/deploy/kubernetes/base/";
  private static final List<String> FILES =
      List.of("results.yaml", "service.yaml", "injectors.yaml", "merge.yaml");

  /** What the files have. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "--injectors", "2",
          "--profile", "\"smoke\"",
          "--simulation", "\"simulations.MixedSimulation\"",
          "--base-url", "\"\"",
          "--allowed-hosts", "\"\"",
          "--image", "loadgate:1",
          "--name", "loadgate");

  private static final Pattern MARKED = Pattern.compile("(?m)^(.*\\S) # (--[a-z-]+)$");

  KubernetesManifests {
    values = Map.copyOf(values);
  }

  KubernetesManifests() {
    this(Map.of());
  }

  KubernetesManifests with(String option, String value) {
    Map<String, String> more = new HashMap<>(values);
    boolean quoted = DEFAULTS.get(option).startsWith("\"");
    more.put(option, quoted ? '"' + value + '"' : value);
    return new KubernetesManifests(more);
  }

  /** Without a value, that of the files stays. */
  KubernetesManifests with(String option, Optional<String> value) {
    return value.map(given -> with(option, given)).orElse(this);
  }

  /** All of them, as one YAML stream. */
  String in(Optional<String> namespace) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String file : FILES) {
      all.append("---\n").append(MARKED.matcher(text(file)).replaceAll(this::line));
    }
    return namespace
        .map(given -> all.toString().replaceAll("(?m)^metadata:$", "$0\n  namespace: " + given))
        .orElseGet(all::toString);
  }

  private String line(MatchResult marked) {
    String standard = DEFAULTS.get(marked.group(2));
    String value = values.getOrDefault(marked.group(2), standard);
    // Only the value: a key may have the same letters.
    int colon = marked.group(1).indexOf(": ") + 2;
    return Matcher.quoteReplacement(
        marked.group(1).substring(0, colon)
            + marked.group(1).substring(colon).replace(standard, value));
  }

  private static String text(String file) throws IOException {
    try (InputStream stream = KubernetesManifests.class.getResourceAsStream(BASE + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
