package loadgate.load;

import io.gatling.core.controller.inject.open.OpenInjectionProfile;
import io.gatling.core.controller.inject.open.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.List;
import java.util.function.LongPredicate;
import scala.collection.Iterator;
import scala.collection.Iterator$;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Some of the users of Gatling's injection steps, each at the moment at which it starts when all of
 * them do. Gatling's own steps can only say how many users start within whole seconds.
 *
 * @param steps of all users
 * @param dealt whether a user is one of those, by how many start before it
 */
record DealtSteps(List<OpenInjectionStep> steps, LongPredicate dealt) implements OpenInjectionStep {

  static DealtSteps of(List<io.gatling.javaapi.core.OpenInjectionStep> steps, LongPredicate dealt) {
    return new DealtSteps(
        steps.stream().map(io.gatling.javaapi.core.OpenInjectionStep::asScala).toList(), dealt);
  }

  PopulationBuilder inject(ScenarioBuilder scenario) {
    return new PopulationBuilder(
        scenario.wrapped.inject(
            new OpenInjectionProfile(
                CollectionConverters.<OpenInjectionStep>asScala(List.of(this)).toList())));
  }

  /** When the first of them starts; zero when there is none. */
  java.time.Duration first() {
    return java.time.Duration.ofNanos(
        starts().nextOption().map(FiniteDuration::toNanos).getOrElse(() -> 0L));
  }

  /** The starts of the dealt users, then those of the next step, counted from its beginning. */
  @Override
  public Iterator<FiniteDuration> chain(Iterator<FiniteDuration> next) {
    return starts().concat(() -> next.map(start -> start.$plus(duration())));
  }

  private Iterator<FiniteDuration> starts() {
    Iterator<FiniteDuration> all = Iterator$.MODULE$.empty();
    for (int i = steps.size() - 1; i >= 0; i--) {
      all = steps.get(i).chain(all);
    }
    return all.zipWithIndex().filter(user -> dealt.test(user._2$mcI$sp())).map(user -> user._1());
  }

  @Override
  public long users() {
    return starts().size();
  }

  @Override
  public FiniteDuration duration() {
    return steps.stream()
        .map(OpenInjectionStep::duration)
        .reduce(Duration.Zero(), FiniteDuration::$plus);
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return n == 0 ? steps : dealt;
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof DealtSteps;
  }
}
