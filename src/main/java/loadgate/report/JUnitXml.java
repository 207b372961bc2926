package loadgate.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import loadgate.gates.GateResult;
import loadgate.gates.RunVerdict;
import loadgate.gates.Verdict;

/**
 * {@code junit.xml}: a test case for each gate. A broken fail limit is a failure, a fail limit on
 * what was not measured an error; a broken warn limit has passed and says so.
 */
final class JUnitXml {

  private JUnitXml() {}

  static String of(RunResult run) throws IOException {
    try {
      return document(
          run.statistics().header().simulationClass(),
          run.verdict().map(RunVerdict::gates).orElse(List.of()));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static String document(String simulation, List<GateResult> gates)
      throws XMLStreamException {
    Map<String, Object> suite = new LinkedHashMap<>();
    suite.put("name", simulation);
    suite.put("tests", gates.size());
    suite.put("failures", gates.stream().filter(JUnitXml::failed).count());
    suite.put("errors", gates.stream().filter(JUnitXml::unmeasured).count());
    suite.put("skipped", 0);
    suite.put("time", 0);
    Xml xml = new Xml().open("testsuite", suite);
    for (GateResult gate : gates) {
      Map<String, Object> test = new LinkedHashMap<>();
      test.put("classname", simulation);
      test.put("name", gate.gate().title());
      test.put("time", 0);
      xml.open("testcase", test);
      writeOutcome(xml, gate);
      xml.close();
    }
    return xml.close().document();
  }

  private static void writeOutcome(Xml xml, GateResult gate) throws XMLStreamException {
    String line = "limit " + gate.limitText() + ", actual " + gate.actualText();
    if (unmeasured(gate)) {
      xml.open("error", Map.of("message", line)).close();
    } else if (failed(gate)) {
      xml.open("failure", Map.of("message", line)).close();
    } else {
      String warning = gate.verdict() == Verdict.WARN ? "warn: " : "";
      xml.open("system-out", Map.of()).text(warning + line).close();
    }
  }

  private static boolean failed(GateResult gate) {
    return gate.verdict() == Verdict.FAIL && gate.measured();
  }

  private static boolean unmeasured(GateResult gate) {
    return gate.verdict() == Verdict.FAIL && !gate.measured();
  }
}
