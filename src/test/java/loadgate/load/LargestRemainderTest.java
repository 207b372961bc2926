package loadgate.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestRemainderTest {

  @ParameterizedTest
  @CsvSource({
    "10, 3/1/4/1/4, 2/1/3/1/3",
    "20, 6/1/9/1/9, 4/1/7/1/7",
    "50, 19/1/25/1/25, 13/1/18/1/17",
    "100, 28/2/50/2/50, 21/2/38/1/38",
    "10, 3/1/4/1, 3/1/5/1",
    "20, 6/1/9/1, 7/1/11/1",
    "50, 19/1/25/1, 21/1/27/1",
    "100, 28/2/50/2, 34/3/61/2"
  })
  void shouldShareTheProfilesAsTheirTablesSay(int users, String weights, String expected) {
    assertThat(shares(users, weights)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // Quotas 3.33 each.
    "10, 1/1/1, 4/3/3",
    // Quotas 0.5 each.
    "1, 1/1, 1/0",
    "2, 1/1/1/1, 1/1/0/0",
    // Quotas 2.5, 0.5, 2: the tie of the first two goes to the first.
    "5, 5/1/4, 3/0/2"
  })
  void shouldBreakTiesInTheOrderGiven(int users, String weights, String expected) {
    assertThat(shares(users, weights)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 3/1, 0/0", "7, 5, 7", "7, 0/5/0, 0/7/0", "3, 1/999, 0/3", "6, 1/2/3, 1/2/3"})
  void shouldShareWithoutRemainder(int users, String weights, String expected) {
    assertThat(shares(users, weights)).isEqualTo(expected);
  }

  @Test
  void shouldShareNumbersWhoseProductIsBeyondAnInt() {
    assertThat(shares(1_000_000, "2000000000/1000000000")).isEqualTo("666667/333333");
  }

  @Test
  void shouldRefuseWeightsThatAreAllZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shares(10, "0/0"))
        .withMessage("at least one weight must be above 0: {0=0, 1=0}");
  }

  @Test
  void shouldAddUpAndStayWithinOneOfTheQuotaForAnyInput() {
    Random random = new Random(20250101);
    for (int round = 0; round < 2_000; round++) {
      int users = random.nextInt(2_000);
      Map<String, Integer> weights =
          weights(IntStream.generate(() -> random.nextInt(60)).limit(1 + random.nextInt(9)));
      weights.merge("0", 1, Integer::sum);
      double sum = weights.values().stream().mapToInt(Integer::intValue).sum();

      Map<String, Integer> shares = LargestRemainder.largestRemainder(users, weights);

      assertThat(shares.values().stream().mapToInt(Integer::intValue).sum())
          .as("%d users by %s", users, weights)
          .isEqualTo(users);
      assertThat(shares)
          .as("%d users by %s", users, weights)
          .allSatisfy(
              (name, share) ->
                  assertThat(Math.abs(share - users * weights.get(name) / sum)).isLessThan(1));
    }
  }

  private static String shares(int users, String weights) {
    IntStream numbers = Arrays.stream(weights.split("/")).mapToInt(Integer::parseInt);
    List<String> shares =
        LargestRemainder.largestRemainder(users, weights(numbers)).values().stream()
            .map(String::valueOf)
            .toList();
    return String.join("/", shares);
  }

  private static Map<String, Integer> weights(IntStream numbers) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    numbers.forEach(number -> weights.put(String.valueOf(weights.size()), number));
    return weights;
  }
}
