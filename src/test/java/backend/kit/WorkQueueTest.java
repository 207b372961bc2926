package backend.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

  private static Job submit(WorkQueue queue, WorkQueue.Work work) {
    return queue.submit("test", work).orElseThrow();
  }

  @Test
  void shouldTurnAnExceptionIntoAFailureAndGoOn() {
    try (WorkQueue queue = new WorkQueue("worker", 1, Duration.ZERO)) {
      Job failed = submit(queue, job -> Integer.parseInt("none"));
      Job next = submit(queue, job -> 2 * 21).end().join();

      assertThat(failed.state()).isEqualTo(Job.State.FAILURE);
      assertThat(failed.error()).isEqualTo("For input string: \"none\"");
      assertThat(next.state()).isEqualTo(Job.State.SUCCESS);
      assertThat(next.result()).isEqualTo(42);
      assertThat(queue.find(next.id())).contains(next);
    }
  }

  @Test
  void shouldShowWhatRuns() throws Exception {
    CountDownLatch halfDone = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    WorkQueue.Work work =
        job -> {
          job.progress(0.5);
          halfDone.countDown();
          goOn.await();
          return "done";
        };
    try (WorkQueue queue = new WorkQueue("worker", 1, Duration.ZERO)) {
      Job job = submit(queue, work);
      halfDone.await();

      assertThat(queue.running()).containsOnlyKeys("worker-1").containsValue(job);
      assertThat(job.state()).isEqualTo(Job.State.STARTED);
      assertThat(job.progress()).isEqualTo(0.5);
      goOn.countDown();
      assertThat(job.end().join().progress()).isEqualTo(1);
      assertThat(queue.running()).isEmpty();
    }
  }

  @Test
  void shouldLeaveJobsAloneWithoutWorkersAndRefuseTooMany() {
    try (WorkQueue queue = new WorkQueue("worker", 0, Duration.ZERO)) {
      Job first = submit(queue, job -> 1);
      for (int i = 1; i < 10_000; i++) {
        submit(queue, job -> 1);
      }
      assertThat(queue.submit("test", job -> 1)).isEmpty();
      assertThat(first.state()).isEqualTo(Job.State.PENDING);
    }
  }
}
