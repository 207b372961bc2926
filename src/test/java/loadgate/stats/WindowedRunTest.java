package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowedRunTest {

  @TempDir private Path folder;
  private RunLog log;

  /**
   * Five requests from 2 s to 12 s after the start of the run, not in the order of their starts.
   */
  @BeforeEach
  void writeALog() throws IOException {
    log =
        LogOfRequests.in(folder)
            .write(
                writer -> {
                  writer.user(0, true, 0);
                  writer.request(GroupPath.of("Shop"), "Find", 3000, 3010, true, "");
                  writer.request(GroupPath.NONE, "Ping", 4000, 4001, true, "");
                  writer.request(GroupPath.of("Shop", "Cart"), "Pay", 2000, 5000, false, "no");
                  writer.request(GroupPath.of("Shop"), "Find", 7000, 7030, true, "");
                  writer.request(GroupPath.of("Shop"), "Find", 11_980, 12_000, true, "");
                });
  }

  @Test
  void shouldListAllRequestsAndEachGroupBeforeItsRequests() throws IOException {
    assertThat(WindowedRun.read(log, Duration.ZERO).paths())
        .extracting(RequestPath::title)
        .containsExactly("all requests", "Shop", "Shop / Find", "Shop / Cart / Pay", "Ping");
  }

  @Test
  void shouldCountEachRequestInItsGroupAndInAll() throws IOException {
    assertThat(WindowedRun.read(log, Duration.ZERO).summaries())
        .extracting(Summary::count, Summary::failures, Summary::max)
        .containsExactly(
            tuple(5, 1, 3000),
            tuple(4, 1, 3000),
            tuple(3, 0, 30),
            tuple(1, 1, 3000),
            tuple(1, 0, 1));
  }

  @Test
  void shouldTakeTheTimeFromTheFirstStartToTheLastEnd() throws IOException {
    WindowedRun run = WindowedRun.read(log, Duration.ZERO);

    assertThat(run.seconds()).isEqualTo(10);
    assertThat(run.summaries().get(0).perSecond()).isEqualTo(0.5);
  }

  @Test
  void shouldLeaveOutWhatBeginsInTheWarmUp() throws IOException {
    WindowedRun run = WindowedRun.read(log, Duration.ofSeconds(2));

    assertThat(run.seconds()).isEqualTo(8);
    assertThat(run.paths())
        .extracting(RequestPath::title)
        .containsExactly("all requests", "Ping", "Shop", "Shop / Find");
    assertThat(run.summaries().get(0).count()).isEqualTo(3);
  }

  @Test
  void shouldCountAWindowAsOftenAsItIsDrawn() throws IOException {
    int[] times = new int[WindowedRun.WINDOWS];
    // Find at 3 s and at 11.98 s, 10 % and 99.8 % of the time; not the one at 7 s.
    times[2] = 3;
    times[19] = 2;

    assertThat(WindowedRun.read(log, Duration.ZERO).summaries(times))
        .extracting(Summary::count, Summary::failures, Summary::max)
        .containsExactly(
            tuple(5, 0, 20), tuple(5, 0, 20), tuple(5, 0, 20), tuple(0, 0, 0), tuple(0, 0, 0));
  }

  @Test
  void shouldRefuseAWarmUpThatLeavesNothing() {
    assertThatThrownBy(() -> WindowedRun.read(log, Duration.ofSeconds(11)))
        .isInstanceOf(IOException.class)
        .hasMessage(log.file() + ": no requests after a warm-up of 11.0 s; the load takes 10.0 s");
  }

  @Test
  void shouldRefuseARunWithoutRequests() throws IOException {
    RunLog empty = LogOfRequests.in(folder).write(writer -> writer.user(0, true, 0));

    assertThatThrownBy(() -> WindowedRun.read(empty, Duration.ZERO))
        .isInstanceOf(IOException.class)
        .hasMessage(empty.file() + ": no requests");
  }

  private static org.assertj.core.groups.Tuple tuple(long count, long failures, long max) {
    return org.assertj.core.groups.Tuple.tuple(count, failures, max);
  }
}
