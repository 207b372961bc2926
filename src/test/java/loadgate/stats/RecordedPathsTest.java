package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import org.junit.jupiter.api.Test;

class RecordedPathsTest {

  private static final RunHeader HEADER =
      new RunHeader("3.15.1", "a.Simulation", Instant.EPOCH, "", List.of(), List.of());

  private final StatisticsCollector collector = new StatisticsCollector();

  @Test
  void shouldTellAGroupFromARequestOfTheSamePath() {
    collector.header(HEADER);
    collector.request(GroupPath.NONE, "Pay", 0, 10, true, "");
    collector.group(GroupPath.of("Pay"), 0, 30, 30, true);

    RunStatistics run = collector.statistics();

    assertThat(run.find(PathKind.REQUEST, List.of("Pay")).orElseThrow().summary().all().max())
        .isEqualTo(10);
    assertThat(run.find(List.of("Pay")).orElseThrow().summary().all().max()).isEqualTo(30);
    assertThat(run.find(List.of("pay"))).isEmpty();
  }

  @Test
  void shouldKnowGroupsWithRequestsAtAnyDepth() {
    collector.header(HEADER);
    collector.request(GroupPath.of("Shop", "Checkout"), "Pay", 0, 10, true, "");
    collector.group(GroupPath.of("CPU"), 0, 30, 30, true);

    RunStatistics run = collector.statistics();

    assertThat(run.hasRequestsIn(List.of("Shop"))).isTrue();
    assertThat(run.hasRequestsIn(List.of("Shop", "Checkout"))).isTrue();
    assertThat(run.hasRequestsIn(List.of("Shop", "Checkout", "Pay"))).isFalse();
    assertThat(run.hasRequestsIn(List.of("CPU"))).isFalse();
  }
}
