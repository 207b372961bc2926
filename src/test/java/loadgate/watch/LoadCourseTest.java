package loadgate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric.Sample;
import loadgate.metrics.UserTypeMetrics;
import org.junit.jupiter.api.Test;

class LoadCourseTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration HOUR = Duration.ofHours(1);

  private static WatchedUser arrived(LoadCourse course, long id) {
    WatchedUser user = new WatchedUser(new String("Buyer"), id, false, List.of());
    user.started();
    course.userCame();
    course.users().add(user);
    course.outcomes(user.scenario()).userCame();
    return user;
  }

  private static Exchange sentBefore(WatchedUser user, Duration age) {
    return new Exchange(
        Optional.of(user),
        List.of("Cart"),
        "Pay",
        System.currentTimeMillis() - age.toMillis(),
        false);
  }

  private static List<Sample> finished(LoadEnd end, String group) {
    return end.metrics().get(group).stream()
        .filter(derived -> derived.metric().equals(UserTypeMetrics.USERS_FINISHED))
        .map(DerivedMetric::samples)
        .findFirst()
        .orElse(List.of());
  }

  @Test
  void shouldCountRequestsThatNobodyAnsweredForLong() {
    LoadCourse course = new LoadCourse(false, scenario -> "Simulation");
    WatchedUser user = arrived(course, 1);
    List<Exchange> open =
        List.of(sentBefore(user, Duration.ofSeconds(6)), sentBefore(user, Duration.ofSeconds(2)));

    LoadEnd end = course.end(open, Duration.ZERO, LIMIT);

    assertThat(end.unanswered())
        .singleElement()
        .satisfies(
            pay -> {
              assertThat(pay.groups()).containsExactly("Cart");
              assertThat(pay.name()).isEqualTo("Pay");
              assertThat(pay.millis()).isBetween(6_000L, 60_000L);
            });
  }

  @Test
  void shouldTakeUsersOfAPlainSimulationWhoAreAtWorkForFinished() {
    LoadCourse course = new LoadCourse(false, scenario -> "Simulation");
    arrived(course, 1);

    assertThat(finished(course.end(List.of(), Duration.ZERO, LIMIT), "Simulation"))
        .containsExactly(Sample.rate(true));
  }

  @Test
  void shouldTakeNoUserOfATypeForFinishedWhoIsCutOff() {
    LoadCourse course = new LoadCourse(true, scenario -> scenario);
    arrived(course, 1);

    assertThat(finished(course.end(List.of(), Duration.ZERO, LIMIT), "Buyer"))
        .containsExactly(Sample.rate(false));
  }

  @Test
  void shouldSayThatTheSimulationStoppedItsLoadBeforeItsTime() {
    LoadCourse course = new LoadCourse(false, scenario -> "Simulation");
    arrived(course, 1);
    course.stopped("enough");
    course.stopped("enough again");

    assertThat(course.end(List.of(), HOUR, LIMIT).brokenOff())
        .contains("the simulation stopped its load after 0 of 3600 s: enough");
  }

  @Test
  void shouldTakeAStopAtTheEndOfTheLoadForNoBreak() {
    LoadCourse course = new LoadCourse(false, scenario -> "Simulation");
    arrived(course, 1);
    course.stopped("done");

    assertThat(course.end(List.of(), Duration.ZERO, LIMIT).brokenOff()).isEmpty();
  }

  @Test
  void shouldKnowNothingWithoutUsers() {
    LoadCourse course = new LoadCourse(false, scenario -> "Simulation");

    assertThat(course.end(List.of(), HOUR, LIMIT)).isSameAs(LoadEnd.UNKNOWN);
  }
}
