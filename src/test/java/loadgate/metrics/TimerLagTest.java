package loadgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimerLagTest {

  private final EventExecutor loop = new DefaultEventExecutor();
  private final TimerLag lag = new TimerLag();

  @AfterEach
  void end() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  @Test
  void shouldBeZeroWithoutTimers() {
    assertThat(lag.takeMeanMillis()).isZero();
  }

  @Test
  void shouldGrowWhileALoopStandsStill() throws Exception {
    assertThat(readAfterStandingStill().get(1, TimeUnit.MINUTES).first()).isGreaterThan(100);
  }

  @Test
  void shouldBeZeroWhenAskedAgainBeforeTheNextTimer() throws Exception {
    assertThat(readAfterStandingStill().get(1, TimeUnit.MINUTES).second()).isZero();
  }

  private record Readings(double first, double second) {}

  /** Asks twice in the loop itself, so that no timer falls due in between. */
  private CompletableFuture<Readings> readAfterStandingStill() {
    CompletableFuture<Readings> readings = new CompletableFuture<>();
    loop.execute(
        () -> {
          lag.watch(loop);
          standStill(300);
          read(readings);
        });
    return readings;
  }

  private void read(CompletableFuture<Readings> readings) {
    double mean = lag.takeMeanMillis();
    if (mean > 0) {
      readings.complete(new Readings(mean, lag.takeMeanMillis()));
    } else {
      loop.execute(() -> read(readings));
    }
  }

  private static void standStill(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }
}
