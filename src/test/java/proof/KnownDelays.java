package proof;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Distributions of delays whose percentiles are known in advance: a hundred delays each, which are
 * used one after the other, again and again.
 */
enum KnownDelays {
  FIXED(i -> 400),
  TWO_PEAKED(i -> i < 90 ? 300 : 1_200),

  /** A Pareto distribution with the exponent 1.5, from 200 ms to 4 s. */
  HEAVY_TAIL(i -> Math.min(4_000, Math.round(200 * Math.pow(1 - (i + 0.5) / 100, -1 / 1.5))));

  private final List<Long> millis;

  KnownDelays(IntToLongFunction ofRank) {
    millis = IntStream.range(0, 100).mapToLong(ofRank).boxed().collect(Collectors.toList());
    Collections.shuffle(millis, new Random(1));
  }

  String path() {
    return "/" + name();
  }

  /** The delay of an answer. */
  long millis(int answer) {
    return millis.get(answer % millis.size());
  }

  /** The delays of the first so many answers. */
  double[] millisOfFirst(int answers) {
    return IntStream.range(0, answers).mapToDouble(this::millis).toArray();
  }

  /** The smallest of the times that at least so many percent of them do not exceed. */
  static double percentile(double percent, double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }
}
