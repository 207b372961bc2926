package loadgate.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import loadgate.model.InjectorShare;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.Stage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import scala.collection.Iterator$;
import scala.jdk.javaapi.CollectionConverters;

/** What the injectors of a run have, all together, is what a single one has. */
class DealtUsersTest {

  private static final List<String> TYPES = List.of("health", "search", "checkout", "reports");

  /** Any closed profile, and any number of injectors. */
  @RepeatedTest(300)
  void shouldHaveTheUsersOfOneInjectorInEqualShares(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Injection> injectors = injectors(1 + random.nextInt(12));
    LoadPlan plan = LoadPlan.of(closed(random), TYPES);

    for (UserTypeLoad load : plan.loads()) {
      List<UserLifetime> whole = load.lifetimes();
      List<List<UserLifetime>> parts =
          injectors.stream().map(injector -> injector.lifetimes(plan, load)).toList();

      assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(whole);
      if (plan.background().contains(load)) {
        assertThat(parts.get(0)).isEqualTo(whole);
      } else {
        whole.forEach(
            user -> assertEqual(parts.stream().map(part -> present(part, user.start())).toList()));
      }
    }
    if (plan.mix().stream().allMatch(load -> load.peak() >= injectors.size())) {
      assertEqual(injectors.stream().map(injector -> atThePeak(plan, injector)).toList());
    }
    assertThat(plan.mix()).allMatch(load -> plan.peak(load, injectors.get(0).share()) >= 1);
  }

  /** Any profile, and any number of injectors; users start when Gatling's own steps start them. */
  @RepeatedTest(300)
  void shouldStartEachUserOnceAndAtItsOwnMoment(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Injection> injectors = injectors(2 + random.nextInt(11));
    LoadPlan plan = LoadPlan.of(random.nextBoolean() ? closed(random) : open(random), TYPES);

    for (UserTypeLoad load : plan.loads()) {
      List<List<Long>> parts =
          injectors.stream().map(injector -> startMillis(injector.dealt(plan, load))).toList();

      assertThat(parts.stream().flatMap(List::stream).sorted().toList())
          .isEqualTo(startMillis(Injection.WHOLE.dealt(plan, load)));
      if (!plan.background().contains(load) && plan.model(load) == LoadModel.OPEN) {
        assertEqual(parts.stream().map(part -> (long) part.size()).toList());
      }
    }
  }

  private static long atThePeak(LoadPlan plan, Injection injector) {
    return (long) plan.mix().stream().mapToDouble(load -> plan.peak(load, injector.share())).sum();
  }

  private static List<Long> startMillis(DealtSteps steps) {
    return CollectionConverters.asJava(steps.chain(Iterator$.MODULE$.empty()).toSeq()).stream()
        .map(start -> start.toMillis())
        .toList();
  }

  private static long present(List<UserLifetime> users, Duration moment) {
    return users.stream()
        .filter(user -> user.start().compareTo(moment) <= 0 && user.end().compareTo(moment) > 0)
        .count();
  }

  /** Largest remainder among equals: none has two more than another. */
  private static void assertEqual(List<Long> counts) {
    assertThat(Collections.max(counts) - Collections.min(counts)).as("%s", counts).isLessThan(2);
  }

  @Test
  void shouldDealLikeCardsFromOneUserTypeToTheNext() {
    LoadPlan plan = plan(5, Map.of("health", 3, "search", 2), Map.of("reports", 2));

    // Users 0, 1, 2 are of health; 3 and 4 of search.
    assertThat(counts(plan, 0)).containsExactly(1, 1, 2);
    assertThat(counts(plan, 1)).containsExactly(1, 1, 0);
    assertThat(counts(plan, 2)).containsExactly(1, 0, 0);
  }

  @Test
  void shouldDealAUserOfEachTypeToTheFirstInjector() {
    LoadPlan plan = plan(6, Map.of("health", 3, "search", 1, "checkout", 2), Map.of());

    // Users 4 and 5 are of checkout; the first of them would be the second injector's.
    assertThat(counts(plan, 0)).containsExactly(1, 1, 1);
    assertThat(counts(plan, 1)).containsExactly(1, 0, 0);
    assertThat(counts(plan, 2)).containsExactly(1, 0, 1);
  }

  private static LoadPlan plan(
      int users, Map<String, Integer> weights, Map<String, Integer> background) {
    List<Stage> stages = List.of(new Stage(users, Duration.ofSeconds(60), OptionalDouble.of(1)));
    List<String> userTypes =
        TYPES.stream()
            .filter(type -> weights.containsKey(type) || background.containsKey(type))
            .toList();
    return LoadPlan.of(profile(LoadModel.CLOSED, stages, weights, background), userTypes);
  }

  private static List<Integer> counts(LoadPlan plan, int injector) {
    return plan.loads().stream()
        .map(load -> injectors(3).get(injector).lifetimes(plan, load).size())
        .toList();
  }

  private static LoadProfile open(Random random) {
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      stages.add(
          new Stage(
              (i == 0 ? 0.5 : 0) + 20 * random.nextDouble(),
              Duration.ofMillis(500 + random.nextInt(40_000)),
              OptionalDouble.empty()));
    }
    Map<String, Integer> weights = Map.of("health", 1 + random.nextInt(9), "search", 3);
    return profile(LoadModel.OPEN, stages, weights, Map.of("reports", 2));
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

  private static List<Injection> injectors(int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> new Injection(new InjectorShare(index, count), () -> false))
        .toList();
  }
}
