package backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatabaseCallsTest {

  private final CountDownLatch twoInside = new CountDownLatch(2);
  private final AtomicInteger inside = new AtomicInteger();

  /** Stays until two calls run, and a little longer, so that a third would be noticed. */
  private int callsInside() {
    try {
      int now = inside.incrementAndGet();
      twoInside.countDown();
      twoInside.await();
      Thread.sleep(2);
      inside.decrementAndGet();
      return now;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldNeverRunMoreCallsInParallelThanAllowed() throws Exception {
    DatabaseCalls calls = new DatabaseCalls(2, Duration.ZERO);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> pending = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        pending.add(threads.submit(() -> calls.make(this::callsInside)));
      }
      List<Integer> seen = new ArrayList<>();
      for (Future<Integer> call : pending) {
        seen.add(call.get());
      }
      assertThat(seen).contains(2).allMatch(now -> now <= 2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void shouldAdmitTheNextCallAfterAFailure() {
    DatabaseCalls calls = new DatabaseCalls(1, Duration.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                calls.make(
                    () -> {
                      throw new IllegalArgumentException("failed");
                    }));

    assertThat(calls.<Integer>make(() -> 7)).isEqualTo(7);
  }
}
