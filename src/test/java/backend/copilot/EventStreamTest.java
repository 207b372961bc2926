package backend.copilot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final WorkflowRun run =
      new WorkflowRun(
          new WorkflowRequest("ACC-1", "daily_review", "session"), Workflow.DAILY_REVIEW);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void shouldEndWithTheClient() throws Exception {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("the client is gone");
          }
        };
    new EventStream(run, closed, timer, Duration.ZERO, true).start().get(30, TimeUnit.SECONDS);

    // The frame that could not be sent was the last one to be worked on.
    assertThat(run.framesLeft()).isEqualTo(10);
  }

  @Test
  void shouldEndWithTheServer() throws Exception {
    timer.shutdownNow();
    new EventStream(run, new ByteArrayOutputStream(), timer, Duration.ZERO, true)
        .start()
        .get(30, TimeUnit.SECONDS);

    assertThat(run.framesLeft()).isEqualTo(11);
  }
}
