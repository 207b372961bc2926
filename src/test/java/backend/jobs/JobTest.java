package backend.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobTest {

  private static Job job(String id, Step... steps) {
    return new Job(id, "dsl_query", "GET PRICE FOR AAPL", JobStatus.RUNNING, List.of(steps));
  }

  private static void perform(Job job) {
    job.perform(() -> Duration.ZERO);
  }

  @Test
  void shouldCollectTheValuesOfItsSteps() {
    Job job = job("1", new Step("a", () -> 1), new Step("b", () -> 2));
    assertThat(job.state().status()).isEqualTo(JobStatus.RUNNING);
    assertThat(job.progress()).isZero();

    perform(job);

    assertThat(job.state().status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(job.state().result()).isEqualTo(Map.of("a", 1, "b", 2));
    assertThat(job.progress()).isEqualTo(1);
  }

  @Test
  void shouldTellHowFarItIs() {
    List<Double> progress = new ArrayList<>();
    List<Map<String, Object>> results = new ArrayList<>();
    List<Job> self = new ArrayList<>();
    Step look =
        new Step(
            "b",
            () -> {
              progress.add(self.get(0).progress());
              results.add(self.get(0).state().result());
              return 2;
            });
    self.add(job("1", new Step("a", () -> 1), look));

    perform(self.get(0));

    assertThat(progress).containsExactly(0.5);
    assertThat(results).containsOnlyNulls();
  }

  @Test
  void shouldEndWithTheFirstFailure() {
    Job job =
        job(
            "1",
            new Step("a", () -> 1),
            new Step(
                "b",
                () -> {
                  throw new IllegalStateException("no data for XXXX");
                }),
            new Step("c", () -> 3));

    perform(job);

    assertThat(job.state().status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.state().error()).isEqualTo("no data for XXXX");
    assertThat(job.state().result()).isNull();
    assertThat(job.completedSteps()).isEqualTo(1);
  }

  @Test
  void shouldForgetTheOldestJob() {
    JobBook book = new JobBook(2, Clock.systemUTC());
    List.of("1", "2", "3").forEach(id -> book.add(job(id, new Step("a", () -> 1))));

    assertThat(book.find("1")).isEmpty();
    assertThat(book.find("2")).isPresent();
    assertThat(book.find("3")).isPresent();
  }

  @Test
  void shouldForgetAJobAfterItsLifetime() {
    Job job = job("1", new Step("a", () -> 1));
    assertThat(bookAt(job.createdAt().plusSeconds(299), job).find("1")).isPresent();
    assertThat(bookAt(job.createdAt().plusSeconds(300), job).find("1")).isEmpty();
  }

  private static JobBook bookAt(Instant now, Job job) {
    JobBook book = new JobBook(1, Clock.fixed(now, ZoneOffset.UTC));
    book.add(job);
    return book;
  }
}
