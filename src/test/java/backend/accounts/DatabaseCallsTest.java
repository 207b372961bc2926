package backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @Test
  void shouldNeverMakeMoreCallsAtATimeThanAllowed() throws Exception {
    DatabaseCalls calls = new DatabaseCalls(2, Duration.ZERO);
    CountDownLatch twoInside = new CountDownLatch(2);
    AtomicInteger inside = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> most = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        most.add(
            threads.submit(
                () ->
                    calls.make(
                        () -> {
                          int now = inside.incrementAndGet();
                          twoInside.countDown();
                          stayFor(twoInside);
                          inside.decrementAndGet();
                          return now;
                        })));
      }
      List<Integer> seen = new ArrayList<>();
      for (Future<Integer> call : most) {
        seen.add(call.get());
      }
      assertThat(seen).contains(2).allMatch(now -> now <= 2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void shouldLetTheNextCallInAfterAFailure() {
    DatabaseCalls calls = new DatabaseCalls(1, Duration.ZERO);
    assertThatThrownBy(
            () ->
                calls.make(
                    () -> {
                      throw new IllegalArgumentException("failed");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(calls.<Integer>make(() -> 7)).isEqualTo(7);
  }

  /** Until two are inside, and then a little longer, so that a third would meet them. */
  private static void stayFor(CountDownLatch latch) {
    try {
      latch.await();
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
