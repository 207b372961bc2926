package loadgate.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import loadgate.gates.AssertionOutcome;

/**
 * {@code js/assertions.xml} as Gatling wrote it up to 3.13.4, but well-formed: Gatling left the
 * quotation marks in names as they were.
 */
final class AssertionsXml {

  private AssertionsXml() {}

  static String of(RunResult run) throws IOException {
    try {
      return document(
          run.statistics().header().simulationClass(), AssertionOutcome.of(run.statistics()));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static String document(String simulation, List<AssertionOutcome> outcomes)
      throws XMLStreamException {
    Map<String, Object> suite = new LinkedHashMap<>();
    suite.put("name", simulation);
    suite.put("tests", outcomes.size());
    suite.put("errors", 0);
    suite.put("failures", outcomes.stream().filter(outcome -> !outcome.holds()).count());
    suite.put("time", 0);
    Xml xml = new Xml().open("testsuite", suite);
    for (AssertionOutcome outcome : outcomes) {
      Map<String, Object> test = new LinkedHashMap<>();
      test.put("name", outcome.message());
      test.put("status", outcome.holds());
      test.put("time", 0);
      xml.open("testcase", test);
      if (outcome.holds()) {
        xml.open("system-out", Map.of()).text(outcome.message()).close();
      } else {
        xml.open("failure", Map.of("type", outcome.message())).text(actual(outcome)).close();
      }
      xml.close();
    }
    return xml.close().document();
  }

  private static String actual(AssertionOutcome outcome) {
    return outcome.actual().isPresent()
        ? "Actual value: " + outcome.actual().getAsDouble()
        : "not measured";
  }
}
