package loadgate.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import loadgate.model.InjectorShare;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.Stage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What the injectors of a run have, all together, is what a single one has. */
class DealtUsersTest {

  private static final List<String> TYPES = List.of("health", "search", "checkout", "reports");

  /** Any profile, and any number of injectors. */
  @RepeatedTest(300)
  void shouldSumUpToTheUsersOfOneInjector(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int injectors = 1 + random.nextInt(12);
    LoadPlan plan = LoadPlan.of(closed(random), TYPES);
    Map<Integer, Long> totalsAtThePeak = new HashMap<>();

    for (UserTypeLoad load : plan.loads()) {
      List<UserLifetime> whole = load.lifetimes();
      List<List<UserLifetime>> parts =
          shares(injectors).stream().map(share -> part(plan, load, share)).toList();

      assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(whole);
      if (plan.mix().contains(load)) {
        for (UserLifetime user : whole) {
          assertEqual(parts.stream().map(part -> present(part, user.start())).toList());
        }
        LongPredicate[] dealt =
            shares(injectors).stream()
                .map(share -> plan.dealt(load, share))
                .toArray(LongPredicate[]::new);
        IntStream.range(0, injectors)
            .forEach(
                i ->
                    totalsAtThePeak.merge(
                        i,
                        LongStream.range(0, (long) load.peak()).filter(dealt[i]).count(),
                        Long::sum));
      } else {
        assertThat(parts.get(0)).hasSameSizeAs(whole);
      }
    }
    assertEqual(List.copyOf(totalsAtThePeak.values()));
  }

  private static List<UserLifetime> part(LoadPlan plan, UserTypeLoad load, InjectorShare share) {
    LongPredicate dealt = plan.dealt(load, share);
    return load.lifetimes().stream().filter(user -> dealt.test(user.place())).toList();
  }

  private static long present(List<UserLifetime> users, Duration moment) {
    return users.stream()
        .filter(user -> user.start().compareTo(moment) <= 0 && user.end().compareTo(moment) > 0)
        .count();
  }

  /** Largest remainder among equals: none has two more than another. */
  private static void assertEqual(List<Long> counts) {
    LongStream all = counts.stream().mapToLong(Long::longValue);
    var statistics = all.summaryStatistics();
    assertThat(statistics.getMax() - statistics.getMin()).as("%s", counts).isBetween(0L, 1L);
  }

  @Test
  void shouldDealLikeCardsFromOneUserTypeToTheNext() {
    LoadProfile profile =
        profile(
            LoadModel.CLOSED,
            List.of(new Stage(5, Duration.ofSeconds(60), OptionalDouble.of(1))),
            Map.of("health", 3, "search", 2),
            Map.of("reports", 2));
    LoadPlan plan = LoadPlan.of(profile, List.of("health", "search", "reports"));

    // Users 0, 1, 2 are of health; 3 and 4 of search.
    assertThat(counts(plan, new InjectorShare(0, 3))).containsExactly(1L, 1L, 2L);
    assertThat(counts(plan, new InjectorShare(1, 3))).containsExactly(1L, 1L, 0L);
    assertThat(counts(plan, new InjectorShare(2, 3))).containsExactly(1L, 0L, 0L);
  }

  private static List<Long> counts(LoadPlan plan, InjectorShare share) {
    return plan.loads().stream().map(load -> (long) part(plan, load, share).size()).toList();
  }

  private static LoadProfile closed(Random random) {
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      stages.add(
          new Stage(
              (i == 0 ? 1 : 0) + random.nextInt(60),
              Duration.ofMillis(500 + random.nextInt(60_000)),
              OptionalDouble.empty()));
    }
    Map<String, Integer> weights = new HashMap<>(Map.of("health", 1 + random.nextInt(9)));
    TYPES.subList(1, 3).forEach(type -> weights.put(type, random.nextInt(10)));
    Map<String, Integer> background =
        random.nextBoolean() ? Map.of() : Map.of("reports", 1 + random.nextInt(3));
    return profile(LoadModel.CLOSED, stages, weights, background);
  }

  private static LoadProfile profile(
      LoadModel model,
      List<Stage> stages,
      Map<String, Integer> weights,
      Map<String, Integer> background) {
    return new LoadProfile("test", model, stages, weights, background, false, "gatling.conf:1");
  }

  private static List<InjectorShare> shares(int count) {
    return IntStream.range(0, count).mapToObj(index -> new InjectorShare(index, count)).toList();
  }
}
