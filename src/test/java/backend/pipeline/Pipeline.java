package backend.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes stocks through all stages, one run at a time. A stage goes through its stocks bit by bit,
 * at the pace that providers of market data and large models set, which are not there.
 */
public final class Pipeline implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  private static final int BITS = 20;
  private static final int MOST_RUNS = 100;

  private final IntFunction<Work> works;
  private final Duration delay;
  private final boolean working;
  private final Map<String, PipelineRun> runs = new LinkedHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "pipeline");
            thread.setDaemon(true);
            return thread;
          });
  private String latest = "";

  /**
   * @param works makes the work of a run out of its number of stocks
   * @param delay by which every stage takes longer
   * @param working whether runs ever get anywhere
   */
  public Pipeline(IntFunction<Work> works, Duration delay, boolean working) {
    this.works = works;
    this.delay = delay;
    this.working = working;
  }

  /**
   * The run that is under way, or a new one.
   *
   * @param begun whether it is new
   */
  record Start(PipelineRun run, boolean begun) {}

  synchronized Start start(int stocks) {
    Optional<PipelineRun> current = find(latest).filter(PipelineRun::inProgress);
    if (current.isPresent()) {
      return new Start(current.get(), false);
    }
    PipelineRun run = PipelineRun.begun(stocks, Instant.now());
    latest = run.id();
    runs.put(latest, run);
    if (runs.size() > MOST_RUNS) {
      runs.remove(runs.keySet().iterator().next());
    }
    if (working) {
      worker.execute(() -> perform(run));
    }
    return new Start(run, true);
  }

  /** One of the last {@value #MOST_RUNS} runs. */
  synchronized Optional<PipelineRun> find(String id) {
    return Optional.ofNullable(runs.get(id));
  }

  private synchronized void update(PipelineRun run, UnaryOperator<PipelineRun> change) {
    runs.computeIfPresent(run.id(), (id, before) -> change.apply(before));
  }

  private void perform(PipelineRun run) {
    Work work = works.apply(run.stocks());
    for (Stage stage : Stage.values()) {
      try {
        perform(run, stage, work);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("stage {} failed", stage.label(), e);
        update(run, before -> before.failed(stage, Instant.now()));
        return;
      }
    }
    update(run, before -> before.completed(Instant.now()));
  }

  private void perform(PipelineRun run, Stage stage, Work work) throws InterruptedException {
    update(run, before -> before.with(stage, report -> report.begun(Instant.now())));
    long start = System.nanoTime();
    long pace = stage.pace().plus(delay).toNanos();
    for (int bit = 0; bit < BITS; bit++) {
      int from = run.stocks() * bit / BITS;
      int to = run.stocks() * (bit + 1) / BITS;
      int errors = work.perform(stage, from, to);
      update(run, before -> before.with(stage, report -> report.advanced(to - from, errors)));
      long left = start + pace * (bit + 1) / BITS - System.nanoTime();
      Thread.sleep(Math.max(0, Duration.ofNanos(left).toMillis()));
    }
    update(run, before -> before.with(stage, report -> report.completed(Instant.now())));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
