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
  void shouldGrowWhileALoopStandsStillAndFiresNoTimer() throws Exception {
    CompletableFuture<Double> mean = new CompletableFuture<>();
    loop.execute(
        () -> {
          lag.watch(loop);
          standStill(300);
          // Asked in the loop itself, which no timer can have fired in yet.
          mean.complete(lag.takeMeanMillis());
        });

    assertThat(mean.get(1, TimeUnit.MINUTES)).isGreaterThan(100);
  }

  @Test
  void shouldHaveTheTimersThatFiredLate() throws Exception {
    loop.submit(
            () -> {
              lag.watch(loop);
              standStill(300);
            })
        .get();
    // Behind the timers that fell due meanwhile.
    loop.schedule(() -> {}, 1, TimeUnit.MILLISECONDS).get();

    assertThat(lag.takeMeanMillis()).isPositive();
  }

  private static void standStill(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }
}
