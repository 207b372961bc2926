package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestGroupsTest {

  private final RecordedLog all = new RecordedLog();
  private final RecordedLog added = new RecordedLog();
  private final RequestGroups groups = new RequestGroups(all, added, Set.of("Pay"), "Requests");

  @Test
  void shouldAddAnExecutionForEachRequestOfTheNameInWhicheverGroup() throws IOException {
    groups.request(GroupPath.NONE, "Pay", 10, 17, true, "");
    groups.request(GroupPath.of("Shop", "Checkout"), "Pay", 20, 29, false, "refused");

    assertThat(added.events())
        .containsExactly(
            new RecordedLog.Group(GroupPath.of("Requests", "Pay"), 10, 17, 7, true),
            new RecordedLog.Group(GroupPath.of("Requests", "Pay"), 20, 29, 9, false));
    assertThat(all.events()).hasSize(4);
  }

  @Test
  void shouldAddNothingForOtherRequests() throws IOException {
    groups.request(GroupPath.of("Pay"), "Look", 10, 17, true, "");
    groups.group(GroupPath.of("Pay"), 10, 17, 7, true);

    assertThat(added.events()).isEmpty();
    assertThat(all.events()).hasSize(2);
  }
}
