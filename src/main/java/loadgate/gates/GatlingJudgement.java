package loadgate.gates;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import scala.Console$;

/**
 * Hears how Gatling judges the assertions of a run. Its exit code comes of that, and it tells
 * nobody but the console: a line for each assertion, on the thread that ran {@code after()}, when
 * the report is rendered. To read the log once more as Gatling does would take as long again.
 */
public final class GatlingJudgement extends PrintStream {

  private static final String HOLDS = " : true (";
  private static final String FAILS = " : false (";

  private final PrintStream console;
  private final Map<String, Boolean> heard = new TreeMap<>();
  private int missing;
  private Map<String, Boolean> expected = Map.of();
  private Consumer<String> onDifference = how -> {};

  private GatlingJudgement(PrintStream console) {
    super(console, true);
    this.console = console;
  }

  /** Listens on this thread, before Gatling judges. */
  public static GatlingJudgement hear() {
    GatlingJudgement judgement = new GatlingJudgement(Console$.MODULE$.out());
    Console$.MODULE$.setOutDirect(judgement);
    return judgement;
  }

  /**
   * Says what Gatling has to come to.
   *
   * @param assertions of the run
   * @param onDifference gets what Gatling judges in another way, on its thread and before its exit
   *     code is made
   */
  public void expect(List<AssertionOutcome> assertions, Consumer<String> onDifference) {
    this.expected = new TreeMap<>();
    assertions.forEach(
        assertion -> expected.merge(assertion.message(), assertion.holds(), Boolean::logicalAnd));
    this.missing = assertions.size();
    this.onDifference = onDifference;
    endWhenOver();
  }

  /** Whether Gatling has judged all assertions, as far as is known. */
  public boolean isOver() {
    return missing <= 0;
  }

  /** Takes what Scala prints. */
  @Override
  public void println(Object line) {
    console.println(line);
    hear(String.valueOf(line));
  }

  private void hear(String line) {
    int holds = line.lastIndexOf(HOLDS);
    int end = Math.max(holds, line.lastIndexOf(FAILS));
    if (end < 0 || isOver()) {
      return;
    }
    heard.merge(line.substring(0, end), end == holds, Boolean::logicalAnd);
    missing--;
    endWhenOver();
  }

  private void endWhenOver() {
    if (!isOver()) {
      return;
    }
    Console$.MODULE$.setOutDirect(console);
    if (heard.equals(expected)) {
      return;
    }
    String message =
        expected.keySet().stream()
            .filter(assertion -> !expected.get(assertion).equals(heard.get(assertion)))
            .findFirst()
            .orElse("more assertions than the log has");
    onDifference.accept(
        "%s: %s by loadgate, %s by Gatling"
            .formatted(message, expected.get(message), heard.get(message)));
  }
}
