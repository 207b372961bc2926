package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three injectors whose users take rows of plain feeders: as many users as there are rows. */
class InjectorFeedersIT {

  private static final int INJECTORS = 3;

  private static List<FinishedRun> parts;

  @BeforeAll
  static void run() throws IOException {
    try (RawServer server = new RawServer()) {
      parts =
          IntStream.range(0, INJECTORS)
              .mapToObj(
                  index ->
                      SimulationRun.of(FeederSimulation.class)
                          .with("baseUrl", server.baseUrl())
                          .with("loadgate.profiles.light.weights.fed", 1)
                          .with("injector", index + "/" + INJECTORS)
                          .load(FeederSimulation.ROWS, 2)
                          .inOwnProcess()
                          .finish())
              .toList();
    }
  }

  @Test
  void shouldHaveEveryRowOfAQueueOnce() throws IOException {
    assertThat(rows("queue", 0)).containsExactly(0, 3, 6, 9);
    assertThat(rows("queue", 1)).containsExactly(1, 4, 7, 10);
    assertThat(rows("queue", 2)).containsExactly(2, 5, 8, 11);
  }

  @Test
  void shouldHaveEveryRowOfAShuffledFeederOnce() throws IOException {
    assertThat(
            List.of(rows("shuffle", 0), rows("shuffle", 1), rows("shuffle", 2)).stream()
                .flatMap(List::stream))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void shouldStartCircularFeedersApart() throws IOException {
    assertThat(rows("circular", 0)).startsWith(0, 3);
    assertThat(rows("circular", 2)).startsWith(2, 5);
  }

  @Test
  void shouldGiveEveryUserAnIdOfItsOwn() throws IOException {
    assertThat(
            List.of(rows("user", 0), rows("user", 1), rows("user", 2)).stream()
                .flatMap(List::stream))
        .hasSize(FeederSimulation.ROWS)
        .doesNotHaveDuplicates();
  }

  /** What the requests of an injector are named after, sorted. */
  private static List<Integer> rows(String kind, int injector) throws IOException {
    List<Integer> rows = new ArrayList<>();
    RunLog.inFolder(parts.get(injector).runFolder())
        .read(
            new RunLogListener() {
              @Override
              public void request(
                  GroupPath groups, String name, int start, int end, boolean ok, String message) {
                if (name.startsWith(kind + " ")) {
                  rows.add(Integer.valueOf(name.substring(kind.length() + 1)));
                }
              }
            });
    return rows.stream().sorted().toList();
  }
}
