package backend.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeakTest {

  @Test
  void shouldKeepMoreAndMoreInChunks() throws InterruptedException {
    try (Leak leak = new Leak(60_000_000)) {
      while (leak.bytes() < 300_000) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertThat(leak.bytes() % 100_000).isZero();
    }
  }

  @Test
  void shouldKeepNothingOnceItIsClosed() throws InterruptedException {
    Leak leak = new Leak(60_000_000);
    while (leak.bytes() == 0) {
      TimeUnit.MILLISECONDS.sleep(10);
    }

    leak.close();

    TimeUnit.MILLISECONDS.sleep(300);
    assertThat(leak.bytes()).isZero();
  }

  @Test
  void shouldKeepNothingUnlessItIsTold() throws InterruptedException {
    try (Leak leak = new Leak(0)) {
      TimeUnit.MILLISECONDS.sleep(300);
      assertThat(leak.bytes()).isZero();
    }
  }
}
