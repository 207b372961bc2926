package loadgate.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import loadgate.gates.AssertionOutcome;
import loadgate.gates.GateResult;
import loadgate.gates.RunVerdict;
import loadgate.stats.RunStatistics;

/**
 * {@code junit.xml}: a test case for each gate and one for the run. A broken fail limit is a
 * failure; what was not measured, is incomplete, says that the load generator was too busy or was
 * inconclusive is an error, or was skipped if inconclusive gates may pass; a broken warn limit has
 * passed and says so. The most frequent errors stand at the end.
 */
final class JUnitXml {

  private static final String PASSED = "system-out";
  private static final String FAILURE = "failure";
  private static final String ERROR = "error";
  private static final String SKIPPED = "skipped";

  /**
   * One test case.
   *
   * @param outcome the element that tells it
   */
  private record TestCase(String name, String outcome, String line) {}

  private JUnitXml() {}

  static String of(RunResult run) throws IOException {
    try {
      return document(run.statistics(), run.verdict());
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static String document(RunStatistics statistics, Optional<RunVerdict> run)
      throws XMLStreamException {
    String simulation = statistics.header().simulationClass();
    List<TestCase> tests = new ArrayList<>();
    run.ifPresent(
        verdict -> {
          tests.add(ofRun(verdict));
          verdict.gates().forEach(gate -> tests.add(of(gate, verdict.inconclusivePasses())));
          verdict.stated().forEach(assertion -> tests.add(of(assertion)));
        });
    Map<String, Object> suite = new LinkedHashMap<>();
    suite.put("name", simulation);
    suite.put("tests", tests.size());
    suite.put("failures", count(tests, FAILURE));
    suite.put("errors", count(tests, ERROR));
    suite.put("skipped", count(tests, SKIPPED));
    suite.put("time", 0);
    Xml xml = new Xml().open("testsuite", suite);
    for (TestCase test : tests) {
      Map<String, Object> attributes = new LinkedHashMap<>();
      attributes.put("classname", simulation);
      attributes.put("name", test.name());
      attributes.put("time", 0);
      xml.open("testcase", attributes);
      if (test.outcome().equals(PASSED)) {
        xml.open(PASSED, Map.of()).text(test.line()).close();
      } else {
        xml.open(test.outcome(), Map.of("message", test.line())).close();
      }
      xml.close();
    }
    if (!statistics.errors().isEmpty()) {
      xml.open("system-err", Map.of()).text(ErrorLines.of(statistics)).close();
    }
    return xml.close().document();
  }

  private static TestCase ofRun(RunVerdict run) {
    return run.complete()
        ? new TestCase("run complete", PASSED, "the log is complete")
        : new TestCase("run complete", ERROR, "the log of the run is not complete");
  }

  private static TestCase of(AssertionOutcome assertion) {
    return new TestCase(
        assertion.message(), assertion.holds() ? PASSED : FAILURE, assertion.text());
  }

  private static TestCase of(GateResult gate, boolean inconclusivePasses) {
    String interval = gate.intervalText().isEmpty() ? "" : " (" + gate.intervalText() + ")";
    String line =
        "limit %s, actual %s%s%s"
            .formatted(
                gate.limitText(),
                gate.actualText(),
                interval,
                gate.remark().map(remark -> ", " + remark).orElse(""));
    return switch (gate.verdict()) {
      case PASS, INCOMPLETE -> new TestCase(gate.gate().title(), PASSED, line);
      case WARN -> new TestCase(gate.gate().title(), PASSED, "warn: " + line);
      case INCONCLUSIVE ->
          new TestCase(
              gate.gate().title(), inconclusivePasses ? SKIPPED : ERROR, "inconclusive: " + line);
      case INVALID -> new TestCase(gate.gate().title(), ERROR, "invalid: " + line);
      case FAIL ->
          new TestCase(gate.gate().title(), gate.actual().isPresent() ? FAILURE : ERROR, line);
    };
  }

  private static long count(List<TestCase> tests, String outcome) {
    return tests.stream().filter(test -> test.outcome().equals(outcome)).count();
  }
}
