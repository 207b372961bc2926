package loadgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.stats.Timeline;
import org.junit.jupiter.api.Test;

class PathTimelinesTest {

  private static final List<String> METRIC = List.of("Shop", "Cache hit");
  private static final List<String> REQUEST = List.of("Shop", "Buy");

  private final PathTimelines timelines = new PathTimelines(List.of(METRIC, REQUEST));

  PathTimelinesTest() {
    timelines.header(
        new RunHeader("3.15.1", "Test", Instant.EPOCH, "", List.of("Shop"), List.of()));
  }

  @Test
  void shouldCountHitsAndMissesWhereTheyWereRecorded() {
    timelines.group(GroupPath.of(METRIC), 200, 200, 0, true);
    timelines.group(GroupPath.of(METRIC), 1200, 1200, 0, true);
    timelines.group(GroupPath.of(METRIC), 1900, 1900, 0, false);

    Timeline hits = timelines.timelines().get(METRIC);

    assertThat(hits.steps()).extracting(Timeline.Step::ok).containsExactly(1L, 1L);
    assertThat(hits.steps()).extracting(Timeline.Step::ko).containsExactly(0L, 1L);
  }

  @Test
  void shouldTellTheResponseTimesOfARequestFromThoseOfOthers() {
    timelines.request(GroupPath.of("Shop"), "Buy", 0, 100, true, "");
    timelines.request(GroupPath.of("Shop"), "Look", 0, 900, true, "");
    timelines.request(GroupPath.NONE, "Buy", 0, 900, true, "");

    Timeline buying = timelines.timelines().get(REQUEST);

    assertThat(buying.steps()).extracting(Timeline.Step::p95).containsExactly(100L);
  }

  @Test
  void shouldCountNothingOfWhatWasNeverRecorded() {
    assertThat(timelines.timelines().get(METRIC).steps())
        .allMatch(step -> step.ok() == 0 && step.ko() == 0);
  }
}
