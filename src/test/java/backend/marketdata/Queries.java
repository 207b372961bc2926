package backend.marketdata;

import backend.kit.Job;
import backend.kit.WorkQueue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Answers queries, at once or by workers. */
final class Queries implements AutoCloseable {

  private static final int WORKERS = 4;
  private static final int LEAST_STEP_MILLIS = 10;
  private static final int MOST_STEP_MILLIS = 40;

  private final MarketData data;
  private final WorkQueue queue;

  /**
   * Starts the workers.
   *
   * @param working whether they do anything; otherwise submitted queries wait for ever
   * @param delay by which every submitted query takes longer
   */
  Queries(MarketData data, boolean working, Duration delay) {
    this.data = data;
    this.queue = new WorkQueue("query-worker", working ? WORKERS : 0, delay);
  }

  /**
   * How far a query is: running, completed, failed or not_found.
   *
   * @param query that was just answered or accepted; null, like totalSteps, for a task
   * @param taskId null if it has no task
   * @param result values by symbol and metric; null unless completed
   */
  record State(
      String query,
      String status,
      String taskId,
      Integer totalSteps,
      Double progress,
      Object result,
      String error) {

    private static State failed(String query, String error) {
      return new State(query, "failed", null, null, null, null, error);
    }
  }

  /** Answers the query in the caller's thread. */
  State execute(String text) {
    try {
      Query query = Query.parse(text);
      Map<String, Object> result = new LinkedHashMap<>();
      query.symbols().forEach(symbol -> result.put(symbol, query.values(symbol, data)));
      return new State(text, "completed", null, result.size(), 1.0, result, null);
    } catch (MarketDataException e) {
      return State.failed(text, e.getMessage());
    }
  }

  /** Has the query answered by workers. */
  State submit(String text) {
    try {
      Query query = Query.parse(text);
      return queue
          .submit("query", job -> perform(query, job))
          .map(job -> new State(text, "running", job.id(), query.symbols().size(), 0.0, null, null))
          .orElseGet(() -> State.failed(text, "too many queries wait"));
    } catch (MarketDataException e) {
      return State.failed(text, e.getMessage());
    }
  }

  private Map<String, Object> perform(Query query, Job job) throws InterruptedException {
    Map<String, Object> result = new LinkedHashMap<>();
    for (String symbol : query.symbols()) {
      Thread.sleep(ThreadLocalRandom.current().nextInt(LEAST_STEP_MILLIS, MOST_STEP_MILLIS + 1));
      result.put(symbol, query.values(symbol, data));
      job.progress((double) result.size() / query.symbols().size());
    }
    return result;
  }

  /** How far a submitted query is. */
  State task(String id) {
    return queue
        .find(id)
        .map(job -> new State(null, word(job), id, null, job.progress(), job.result(), job.error()))
        .orElseGet(() -> new State(null, "not_found", id, null, null, null, null));
  }

  private static String word(Job job) {
    return switch (job.state()) {
      case PENDING, STARTED -> "running";
      case SUCCESS -> "completed";
      case FAILURE -> "failed";
    };
  }

  @Override
  public void close() {
    queue.close();
  }
}
