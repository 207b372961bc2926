package proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
import loadgate.stats.RunStatistics;

/**
 * What a run left behind.
 *
 * @param results the folder that holds its folder and nothing else
 */
public record FinishedRun(int exitCode, String console, Path results) {

  private static final Pattern ASSERTION =
      Pattern.compile("(?m)^(.+) : (true|false) \\((?:actual|Could not find stats).*\\)$");

  /**
   * What became of one gate, or of a metric that is shown without being judged.
   *
   * @param actual empty when nothing was measured
   * @param verdict empty when it is not judged
   */
  public record GateOutcome(
      String title, OptionalDouble actual, long samples, Optional<String> verdict) {

    /** The measured value. */
    public double value() {
      return actual.orElseThrow(() -> new AssertionError(title + " was not measured"));
    }
  }

  /** The gates and the metrics that are shown, by their title such as {@code health p95}. */
  public Map<String, GateOutcome> gates() {
    Map<String, GateOutcome> gates = new LinkedHashMap<>();
    JsonNode json = gatesJson();
    for (String list : List.of("gates", "observed")) {
      for (JsonNode gate : json.required(list)) {
        JsonNode actual = gate.required("actual");
        String title = gate.required("title").asText();
        gates.put(
            title,
            new GateOutcome(
                title,
                actual.isNull() ? OptionalDouble.empty() : OptionalDouble.of(actual.asDouble()),
                gate.required("samples").asLong(),
                Optional.ofNullable(gate.get("verdict")).map(JsonNode::asText)));
      }
    }
    return gates;
  }

  public GateOutcome gate(String title) {
    GateOutcome gate = gates().get(title);
    if (gate == null) {
      throw new AssertionError("no gate " + title + " among " + gates().keySet());
    }
    return gate;
  }

  /** Titles of the gates with that verdict: {@code pass}, {@code warn} or {@code fail}. */
  public List<String> titles(String verdict) {
    return gates().values().stream()
        .filter(gate -> gate.verdict().equals(Optional.of(verdict)))
        .map(GateOutcome::title)
        .toList();
  }

  /**
   * Titles of the gates that failed, without that on each request of a user type, as which of few
   * requests a fault hits is chance, and without its worst user and connection where its requests
   * fail as a whole.
   */
  public List<String> failed() {
    List<String> failed = titles("fail");
    return failed.stream()
        .filter(title -> title.startsWith("all requests ") || !title.endsWith(" each failure-rate"))
        .filter(
            title -> !isOfTheWorst(title) || !failed.contains(userType(title) + " failure-rate"))
        .toList();
  }

  private static boolean isOfTheWorst(String title) {
    return title.endsWith(" worst-user max") || title.endsWith(" worst-connection max");
  }

  private static String userType(String title) {
    return title.substring(0, title.indexOf(' '));
  }

  /** The verdict of the run. */
  public String verdict() {
    return gatesJson().required("verdict").asText();
  }

  private JsonNode gatesJson() {
    try {
      return new ObjectMapper().readTree(runFolder().resolve("gates.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gatling's assertions by their text, whether they hold. */
  public Map<String, Boolean> assertions() {
    Map<String, Boolean> assertions = new LinkedHashMap<>();
    Matcher lines = ASSERTION.matcher(console);
    while (lines.find()) {
      assertions.put(lines.group(1), Boolean.valueOf(lines.group(2)));
    }
    return assertions;
  }

  /** The assertions that do not hold. */
  public List<String> red() {
    return assertions().entrySet().stream()
        .filter(assertion -> !assertion.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Lines that say why a run did not take place. */
  public List<String> refusals() {
    return console.lines().filter(line -> line.startsWith("loadgate: ")).toList();
  }

  public boolean hasRunFolder() {
    try (Stream<Path> folders = Files.list(results)) {
      return folders.anyMatch(Files::isDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path runFolder() {
    try (Stream<Path> folders = Files.list(results)) {
      return folders.filter(Files::isDirectory).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page that Gatling wrote. */
  public String report() {
    try {
      return Files.readString(runFolder().resolve("index.html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything under the results folder and on the console, bytes read as Latin-1. */
  public String everythingWritten() {
    StringBuilder all = new StringBuilder(console);
    try (Stream<Path> files = Files.walk(results)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  /** How many requests failed. */
  public long failedRequests() {
    try {
      return RunStatistics.of(RunLog.inFolder(runFolder()).file()).global().ko().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many users each scenario had. */
  public Map<String, Integer> usersStarted() {
    Map<String, Integer> users = new TreeMap<>();
    RunLog log = RunLog.inFolder(runFolder());
    try {
      List<String> scenarios = log.header().scenarios();
      log.read(
          new RunLogListener() {
            @Override
            public void user(int scenario, boolean started, int time) {
              if (started) {
                users.merge(scenarios.get(scenario), 1, Integer::sum);
              }
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return users;
  }
}
