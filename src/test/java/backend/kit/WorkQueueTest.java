package backend.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

  @Test
  void shouldKeepTheResultOfAJob() {
    try (WorkQueue queue = new WorkQueue("worker", 2, Duration.ZERO)) {
      Job job = queue.submit("double", running -> 2 * 21).orElseThrow();
      job.end().join();

      assertThat(job.state()).isEqualTo(Job.State.SUCCESS);
      assertThat(job.result()).isEqualTo(42);
      assertThat(job.progress()).isEqualTo(1);
      assertThat(job.worker()).isIn(queue.workers());
      assertThat(queue.find(job.id())).contains(job);
      assertThat(queue.performed(job.worker())).containsEntry("double", 1L);
    }
  }

  @Test
  void shouldTurnAnExceptionIntoAFailure() {
    try (WorkQueue queue = new WorkQueue("worker", 1, Duration.ZERO)) {
      Job failed = queue.submit("parse", job -> Integer.parseInt("none")).orElseThrow();
      Job next = queue.submit("parse", job -> Integer.parseInt("1")).orElseThrow();
      next.end().join();

      assertThat(failed.state()).isEqualTo(Job.State.FAILURE);
      assertThat(failed.error()).isEqualTo("For input string: \"none\"");
      assertThat(failed.result()).isNull();
      assertThat(next.state()).isEqualTo(Job.State.SUCCESS);
    }
  }

  @Test
  void shouldShowWhatRunsAndWhatWaits() throws Exception {
    CountDownLatch halfDone = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (WorkQueue queue = new WorkQueue("worker", 1, Duration.ZERO)) {
      WorkQueue.Work work =
          job -> {
            job.progress(0.5);
            halfDone.countDown();
            goOn.await();
            return null;
          };
      Job first = queue.submit("wait", work).orElseThrow();
      Job second = queue.submit("wait", work).orElseThrow();
      halfDone.await();

      assertThat(queue.running()).containsEntry("worker-1", first);
      assertThat(queue.waiting()).containsExactly(second);
      assertThat(first.state()).isEqualTo(Job.State.STARTED);
      assertThat(first.progress()).isEqualTo(0.5);
      goOn.countDown();
      second.end().join();
      assertThat(queue.running()).isEmpty();
    }
  }

  @Test
  void shouldLeaveJobsAloneWithoutWorkers() {
    try (WorkQueue queue = new WorkQueue("worker", 0, Duration.ZERO)) {
      Job job = queue.submit("wait", running -> 1).orElseThrow();

      assertThat(job.state()).isEqualTo(Job.State.PENDING);
      assertThat(queue.waiting()).containsExactly(job);
      assertThat(queue.find("unknown")).isEqualTo(Optional.empty());
    }
  }

  @Test
  void shouldRefuseMoreThanItsFill() {
    try (WorkQueue queue = new WorkQueue("worker", 0, Duration.ZERO)) {
      for (int i = 0; i < 10_000; i++) {
        queue.submit("wait", job -> null).orElseThrow();
      }
      assertThat(queue.submit("wait", job -> null)).isEmpty();
    }
  }
}
