package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLogListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartedUsersTest {

  private static final GroupPath STARTED = GroupPath.of("Health", "Users started");

  private final StartedUsers users = new StartedUsers();
  private final List<String> added = new ArrayList<>();

  @BeforeEach
  void header() throws IOException {
    users.header(
        new RunHeader(
            "3.15.1", "Sim", Instant.EPOCH, "", List.of("Health", "Auth Flow"), List.of()));
  }

  private List<String> added() throws IOException {
    users.writeTo(
        new RunLogListener() {
          @Override
          public void group(GroupPath path, int start, int end, int cumulated, boolean ok) {
            added.add(path + " " + end + " " + ok);
          }
        },
        900);
    return added;
  }

  @Test
  void shouldAddAMissForEachUserThatNeverStarted() throws IOException {
    users.user(0, true, 1);
    users.user(0, true, 2);
    users.user(1, true, 3);
    users.group(STARTED, 10, 10, 0, true);
    users.user(0, false, 500);

    assertThat(added())
        .containsExactly("Auth Flow / Users started 900 false", "Health / Users started 900 false");
  }

  @Test
  void shouldAddNothingWhenAllUsersStarted() throws IOException {
    users.user(0, true, 1);
    users.group(STARTED, 10, 10, 0, true);
    users.group(GroupPath.of("Health", "Unsent"), 10, 10, 0, true);

    assertThat(added()).isEmpty();
  }
}
