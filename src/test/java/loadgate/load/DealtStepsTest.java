package loadgate.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import scala.collection.Iterator$;
import scala.jdk.javaapi.CollectionConverters;

class DealtStepsTest {

  private static final List<OpenInjectionStep> STEPS =
      List.of(
          nothingFor(Duration.ofMillis(500)),
          atOnceUsers(2),
          constantUsersPerSec(4).during(Duration.ofSeconds(1)));

  @Test
  void shouldStartEveryThirdUserAtItsOwnMoment() {
    assertThat(starts(STEPS, user -> true)).containsExactly(500L, 500L, 500L, 750L, 1000L, 1250L);
    assertThat(starts(STEPS, user -> user % 3 == 0)).containsExactly(500L, 750L);
    assertThat(starts(STEPS, user -> user % 3 == 1)).containsExactly(500L, 1000L);
    assertThat(starts(STEPS, user -> user % 3 == 2)).containsExactly(500L, 1250L);
  }

  @Test
  void shouldTellCountLengthAndFirstStart() {
    DealtSteps dealt = DealtSteps.of(STEPS, user -> user >= 3);

    assertThat(dealt.users()).isEqualTo(3);
    assertThat(dealt.duration().toMillis()).isEqualTo(1_500);
    assertThat(dealt.first()).isEqualTo(Duration.ofMillis(750));
  }

  @Test
  void shouldLastAsLongWithoutAnyUser() {
    DealtSteps none = DealtSteps.of(STEPS, user -> false);

    assertThat(none.users()).isZero();
    assertThat(none.duration().toMillis()).isEqualTo(1_500);
    assertThat(none.first()).isZero();
  }

  /** Rates that do not fit into whole seconds: all arrivals once, at the same moments. */
  @Test
  void shouldLoseNoArrivalAmongInjectors() {
    List<OpenInjectionStep> steps =
        List.of(
            rampUsersPerSec(0.3).to(7.7).during(Duration.ofSeconds(61)),
            constantUsersPerSec(7.7).during(Duration.ofSeconds(13)),
            rampUsers(5).during(Duration.ofSeconds(3)));

    for (int injectors = 1; injectors <= 9; injectors++) {
      int count = injectors;
      Stream<Long> all =
          IntStream.range(0, injectors)
              .boxed()
              .flatMap(index -> starts(steps, user -> user % count == index).stream());
      assertThat(all.sorted()).containsExactlyElementsOf(starts(steps, user -> true));
    }
  }

  private static List<Long> starts(List<OpenInjectionStep> steps, LongPredicate dealt) {
    return CollectionConverters.asJava(
            DealtSteps.of(steps, dealt).chain(Iterator$.MODULE$.empty()).toSeq())
        .stream()
        .map(start -> start.toMillis())
        .toList();
  }
}
