package loadgate.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loadgate.model.Samples;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * Estimates from one run how much its figures vary, although requests that are near in time are
 * alike (a pause of the garbage collector or a busy neighbour hits many of them). Instead of single
 * requests, blocks of consecutive time windows are drawn, with replacement and from a run that is
 * closed to a circle, until they are as long as the run; the variance of a figure over many such
 * resamples is its variance (D. N. Politis and J. P. Romano: A Circular Block-Resampling Procedure
 * for Stationary Data, in: Exploring the Limits of Bootstrap, Wiley 1992). The random numbers are
 * always the same ones. Blocks begin at each window, so that they overlap by half, which is nearly
 * as good as beginning anywhere.
 *
 * <p>A block is a tenth of the run: what stays within a block is accounted for, so blocks should be
 * long, and ten are about the fewest that still tell a variance. The variance of ten blocks is too
 * small by a tenth, as that of ten values is without Bessel's correction, and gets it likewise.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176347265">H. R. Künsch: The Jackknife and the
 *     Bootstrap for General Stationary Observations, 1989</a>
 * @see <a href="https://doi.org/10.1287/opre.30.3.556">B. Schmeiser: Batch Size Effects in the
 *     Analysis of Simulation Output, 1982, on ten to thirty blocks</a>
 */
public final class BlockBootstrap {

  public static final int BLOCKS = 10;
  public static final int RESAMPLES = 2_000;

  private static final int BLOCK_WINDOWS = WindowedRun.WINDOWS / BLOCKS;
  private static final long SEED = 1;

  private BlockBootstrap() {}

  /**
   * How the figures vary.
   *
   * @return for each path of the run, in their order
   */
  public static List<Spread> spreads(WindowedRun run, List<ToDoubleFunction<Samples>> figures) {
    return spreads(run, figures, RESAMPLES);
  }

  static List<Spread> spreads(
      WindowedRun run, List<ToDoubleFunction<Samples>> figures, int resamples) {
    int paths = run.paths().size();
    double[][][] resampled = new double[paths][figures.size()][resamples];
    Random random = new Random(SEED);
    int[][] drawn =
        Stream.generate(() -> drawnBlocks(random)).limit(resamples).toArray(int[][]::new);
    IntStream.range(0, resamples)
        .parallel()
        .forEach(
            resample -> {
              List<Summary> summaries = run.summaries(drawn[resample]);
              for (int path = 0; path < paths; path++) {
                for (int figure = 0; figure < figures.size(); figure++) {
                  resampled[path][figure][resample] =
                      figures.get(figure).applyAsDouble(summaries.get(path));
                }
              }
            });
    int[] occupied = occupiedBlocks(run);
    List<Spread> spreads = new ArrayList<>();
    for (int path = 0; path < paths; path++) {
      spreads.add(
          new Spread(
              Arrays.stream(resampled[path]).map(BlockBootstrap::variance).toList(),
              occupied[path]));
    }
    return spreads;
  }

  private static double variance(double[] resampled) {
    return Variance.of(resampled).getAsDouble() * BLOCKS / (BLOCKS - 1);
  }

  /** How often each window is drawn. */
  private static int[] drawnBlocks(Random random) {
    int[] times = new int[WindowedRun.WINDOWS];
    for (int block = 0; block < BLOCKS; block++) {
      addBlock(times, random.nextInt(WindowedRun.WINDOWS));
    }
    return times;
  }

  private static void addBlock(int[] times, int first) {
    for (int i = 0; i < BLOCK_WINDOWS; i++) {
      times[(first + i) % WindowedRun.WINDOWS]++;
    }
  }

  private static int[] occupiedBlocks(WindowedRun run) {
    int[] occupied = new int[run.paths().size()];
    for (int block = 0; block < BLOCKS; block++) {
      int[] times = new int[WindowedRun.WINDOWS];
      addBlock(times, block * BLOCK_WINDOWS);
      List<Summary> summaries = run.summaries(times);
      for (int path = 0; path < occupied.length; path++) {
        occupied[path] += summaries.get(path).count() > 0 ? 1 : 0;
      }
    }
    return occupied;
  }

  /**
   * How the figures of one path vary.
   *
   * @param variances of the figures, in their order
   * @param blocks how many of the run's {@value #BLOCKS} blocks have samples of the path
   */
  public record Spread(List<Double> variances, int blocks) {

    public Spread {
      variances = List.copyOf(variances);
    }
  }
}
