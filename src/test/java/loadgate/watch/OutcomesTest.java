package loadgate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.metrics.Metric.Sample;
import loadgate.metrics.UserTypeMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {

  private final Outcomes outcomes = new Outcomes();

  private List<Sample> samples(Metric metric) {
    return outcomes.metrics().stream()
        .filter(derived -> derived.metric().equals(metric))
        .map(DerivedMetric::samples)
        .findFirst()
        .orElse(List.of());
  }

  private static WatchedUser user(int requests, int failures) {
    WatchedUser user = new WatchedUser(new String("Buyer"), 1, false, List.of());
    user.started();
    for (int i = 0; i < requests; i++) {
      user.answered(i >= failures);
    }
    return user;
  }

  private static void answers(int requests, int failures, Runnable ok, Runnable ko) {
    for (int i = 0; i < requests; i++) {
      (i < failures ? ko : ok).run();
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 10, 100", "20, 5, 25", "200, 1, 1", "9, 9, 0", "10, 0, 0"})
  void shouldHaveTheFailedShareOfTheWorstUser(int requests, int failures, int percent) {
    outcomes.userCame();
    outcomes.userCame();
    outcomes.userGone(user(100, 0), true);
    outcomes.userGone(user(requests, failures), true);

    assertThat(samples(UserTypeMetrics.WORST_USER)).containsExactly(Sample.value(percent));
  }

  @Test
  void shouldCountUsersThatFinishedAndThoseWithoutFailure() {
    outcomes.userGone(user(5, 0), true);
    outcomes.userGone(user(5, 1), true);
    outcomes.userGone(user(5, 0), false);

    assertThat(samples(UserTypeMetrics.USERS_FINISHED))
        .containsExactly(Sample.rate(true), Sample.rate(true), Sample.rate(false));
    assertThat(samples(UserTypeMetrics.USER_SUCCESS))
        .containsExactly(Sample.rate(true), Sample.rate(true), Sample.rate(false));
  }

  @Test
  void shouldLeaveOutWhoNeverStartedOfThoseThatFinished() {
    outcomes.userGone(new WatchedUser(new String("Buyer"), 1, true, List.of()), false);

    assertThat(samples(UserTypeMetrics.USERS_FINISHED)).isEmpty();
  }

  @Test
  void shouldHaveTheFailedShareOfTheWorstConnectionOpenOrClosed() {
    Channel closed = new EmbeddedChannel();
    answers(
        10, 3, () -> outcomes.requestOver(closed, true), () -> outcomes.requestOver(closed, false));
    closed.close();
    assertThat(samples(UserTypeMetrics.WORST_CONNECTION)).containsExactly(Sample.value(30));

    Channel open = new EmbeddedChannel();
    answers(10, 6, () -> outcomes.requestOver(open, true), () -> outcomes.requestOver(open, false));
    assertThat(samples(UserTypeMetrics.WORST_CONNECTION)).containsExactly(Sample.value(60));
  }

  @Test
  void shouldCompareAddressesWhenThereAreSeveral() {
    Channel first = to(8081);
    answers(
        10, 10, () -> outcomes.requestOver(first, true), () -> outcomes.requestOver(first, false));
    assertThat(samples(UserTypeMetrics.WORST_ADDRESS)).containsExactly(Sample.value(0));

    Channel second = to(8082);
    answers(
        90, 0, () -> outcomes.requestOver(second, true), () -> outcomes.requestOver(second, false));
    assertThat(samples(UserTypeMetrics.WORST_ADDRESS)).containsExactly(Sample.value(100));
  }

  private static Channel to(int port) {
    return new EmbeddedChannel() {
      @Override
      protected SocketAddress remoteAddress0() {
        return new InetSocketAddress("127.0.0.1", port);
      }
    };
  }

  @Test
  void shouldHaveTheFailedShareOfSilentRequestsOfTheWorstName() {
    answers(
        100,
        0,
        () -> outcomes.silentRequest("Beacon", true),
        () -> outcomes.silentRequest("Beacon", false));
    answers(
        3,
        3,
        () -> outcomes.silentRequest("Log out", true),
        () -> outcomes.silentRequest("Log out", false));

    assertThat(samples(UserTypeMetrics.SILENT_FAILURES)).containsExactly(Sample.value(100));
  }

  @Test
  void shouldHaveTheLongestWait() {
    outcomes.logged(1_000, 1_250);
    outcomes.waited(40);

    assertThat(samples(UserTypeMetrics.LONGEST_WAIT)).containsExactly(Sample.value(250));
  }
}
