package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScenarioGroupsTest {

  private final RecordedLog added = new RecordedLog();
  private final ScenarioGroups groups = new ScenarioGroups(added);

  @BeforeEach
  void nameTheScenario() throws IOException {
    groups.header(new RunHeader("3.15.1", "Sim", Instant.EPOCH, "", List.of("Shop"), List.of()));
  }

  @Test
  void shouldAddAnExecutionOfTheOutermostGroupForEachRequest() throws IOException {
    groups.request(GroupPath.of("Shop"), "Buy", 10, 17, true, "");
    groups.request(GroupPath.of("Shop", "Checkout"), "Pay", 20, 29, false, "refused");

    assertThat(added.events())
        .containsExactly(
            new RecordedLog.Group(GroupPath.of("Shop"), 10, 17, 7, true),
            new RecordedLog.Group(GroupPath.of("Shop"), 20, 29, 9, false));
  }

  @Test
  void shouldAddNothingForRequestsOutsideOfScenarios() throws IOException {
    groups.request(GroupPath.NONE, "Ping", 10, 17, true, "");
    groups.request(GroupPath.of("Checkout"), "Pay", 10, 17, true, "");

    assertThat(added.events()).isEmpty();
  }
}
