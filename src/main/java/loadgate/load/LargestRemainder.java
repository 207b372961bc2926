package loadgate.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides a whole number by weights with the largest-remainder method. */
public final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * Largest-remainder method with the Hare quota: everybody gets the whole part of {@code total ×
   * weight / sum of weights}, then one each goes to the largest fractions, ties in the order given.
   *
   * @param weights in their order, none negative, at least one above 0
   * @return as many as {@code total} in all, in the order of the weights
   */
  public static Map<String, Integer> largestRemainder(int total, Map<String, Integer> weights) {
    long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
    if (sum <= 0) {
      throw new IllegalArgumentException("at least one weight must be above 0: " + weights);
    }
    Map<String, Integer> shares = new LinkedHashMap<>();
    weights.forEach(
        (name, weight) -> shares.put(name, Math.toIntExact(total * (long) weight / sum)));
    int left = total - shares.values().stream().mapToInt(Integer::intValue).sum();

    List<String> byFraction = new ArrayList<>(weights.keySet());
    byFraction.sort(
        Comparator.comparingLong((String name) -> total * (long) weights.get(name) % sum)
            .reversed());
    byFraction.subList(0, left).forEach(name -> shares.merge(name, 1, Integer::sum));
    return shares;
  }
}
