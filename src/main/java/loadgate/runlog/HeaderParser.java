package loadgate.runlog;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the run record with which every log begins. */
final class HeaderParser {

  private static final Pattern SUPPORTED = Pattern.compile("3\\.1[345]\\.\\d+([.-].*)?");

  private final LogInput input;

  HeaderParser(LogInput input) {
    this.input = input;
  }

  RunHeader parse() throws IOException {
    try {
      return record();
    } catch (LogInput.EndOfLog e) {
      throw input.wrong(0, "the log ends inside its first record");
    }
  }

  private RunHeader record() throws IOException {
    int type = input.unsignedByte();
    if (type != Layout.RUN) {
      throw input.wrong(
          1, "not a run log of Gatling 3.13.0 or later: it begins with %s, not 0".formatted(type));
    }
    String version = supportedVersion();
    String simulationClass = input.string();
    Instant start = Instant.ofEpochMilli(input.int64());
    String description = input.string();
    List<String> scenarios = new ArrayList<>();
    for (int left = input.count("number of scenarios", Layout.MAX_HEADER_ENTRIES);
        left > 0;
        left--) {
      scenarios.add(input.string());
    }
    List<PickledAssertion> assertions = new ArrayList<>();
    for (int left = input.count("number of assertions", Layout.MAX_HEADER_ENTRIES);
        left > 0;
        left--) {
      assertions.add(new PickledAssertion(input.bytes("assertion")));
    }
    return new RunHeader(version, simulationClass, start, description, scenarios, assertions);
  }

  private String supportedVersion() throws IOException {
    long offset = input.offset();
    String version = input.string();
    if (!SUPPORTED.matcher(version).matches()) {
      throw input.wrong(
          (int) (input.offset() - offset),
          "written by Gatling '%s'; 3.13.0 to 3.15.x can be read".formatted(version));
    }
    return version;
  }
}
