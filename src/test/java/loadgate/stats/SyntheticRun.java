package loadgate.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogWriter;

/**
 * A run whose response times wander: a second is like the one before it, as with a busy neighbour.
 * Their logarithm is normally distributed around that of 40 ms, by 0.2 from second to second
 * (autoregressive, with a coefficient of 0.8) and by 0.5 within one.
 *
 * @param slower a factor on response times
 * @param failing the share of requests that fail
 */
public record SyntheticRun(int seconds, int perSecond, double slower, double failing) {

  private static final GroupPath GROUP = GroupPath.of("Shop");

  public SyntheticRun(int seconds, int perSecond) {
    this(seconds, perSecond, 1, 0);
  }

  /** Writes its log into a folder. */
  public RunLog write(Path folder, long seed) throws IOException {
    return write(folder, "simulations.ShopSimulation", "Buy", seed);
  }

  public RunLog write(Path folder, String simulation, String request, long seed)
      throws IOException {
    Random random = new Random(seed);
    RunLog log = RunLog.inFolder(folder);
    try (RunLogWriter writer = RunLogWriter.create(log.file())) {
      writer.header(
          new RunHeader(
              "3.15.1",
              simulation,
              Instant.parse("2026-11-20T08:15:30Z"),
              "",
              List.of("Shop"),
              List.of()));
      double level = random.nextGaussian();
      for (int second = 0; second < seconds; second++) {
        for (int i = 0; i < perSecond; i++) {
          double logarithm = Math.log(40) + 0.2 * level + 0.5 * random.nextGaussian();
          int start = 1000 * second + 1000 * i / perSecond;
          int end = start + (int) Math.round(slower * Math.exp(logarithm));
          boolean ok = random.nextDouble() >= failing;
          writer.request(GROUP, request, start, end, ok, ok ? "" : "status 500");
        }
        level = 0.8 * level + 0.6 * random.nextGaussian();
      }
    }
    return log;
  }
}
