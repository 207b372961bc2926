package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScenarioGroupsTest {

  private final RecordedLog all = new RecordedLog();
  private final RecordedLog added = new RecordedLog();
  private final ScenarioGroups groups = new ScenarioGroups(all, added);

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
    assertThat(all.events()).hasSize(4);
  }

  @Test
  void shouldAddNothingForRequestsOutsideOfScenarios() throws IOException {
    groups.request(GroupPath.NONE, "Ping", 10, 17, true, "");
    groups.request(GroupPath.of("Checkout"), "Pay", 10, 17, true, "");

    assertThat(added.events()).isEmpty();
  }

  @Test
  void shouldHandOnAllOtherRecords() throws IOException {
    groups.group(GroupPath.of("Shop", "Checkout"), 10, 17, 7, true);
    groups.user(0, true, 1);
    groups.error("gone", 2);

    assertThat(all.events()).hasSize(3);
    assertThat(added.events()).isEmpty();
  }
}
