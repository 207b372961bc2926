package backend.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PipelineTest {

  private static final Work NOTHING = (stage, from, to) -> 0;

  @Test
  void shouldHaveOneRunAtATime() {
    try (Pipeline pipeline = new Pipeline(stocks -> NOTHING, Duration.ZERO, true)) {
      Pipeline.Start first = pipeline.start(100);
      Pipeline.Start second = pipeline.start(200);

      assertThat(first.begun()).isTrue();
      assertThat(second.begun()).isFalse();
      assertThat(second.run().id()).isEqualTo(first.run().id());
      assertThat(second.run().stocks()).isEqualTo(100);
    }
  }

  @Test
  void shouldLetARunWaitForEverWhenItDoesNotWork() {
    CountDownLatch worked = new CountDownLatch(1);
    Work announcing =
        (stage, from, to) -> {
          worked.countDown();
          return 0;
        };
    try (Pipeline pipeline = new Pipeline(stocks -> announcing, Duration.ZERO, false)) {
      Pipeline.Start start = pipeline.start(100);

      assertThat(pipeline.find(start.run().id())).contains(start.run());
      assertThat(worked.getCount()).isEqualTo(1);
    }
  }

  @Test
  void shouldFailARunWhoseWorkFailsAndBeginAnotherOne() throws InterruptedException {
    Work broken =
        (stage, from, to) -> {
          throw new IllegalStateException("out of quotes");
        };
    try (Pipeline pipeline = new Pipeline(stocks -> broken, Duration.ZERO, true)) {
      String id = pipeline.start(100).run().id();
      while (pipeline.find(id).orElseThrow().inProgress()) {
        TimeUnit.MILLISECONDS.sleep(5);
      }

      assertThat(pipeline.find(id).orElseThrow().error()).isEqualTo("stage fetch failed");
      assertThat(pipeline.start(100).begun()).isTrue();
    }
  }
}
