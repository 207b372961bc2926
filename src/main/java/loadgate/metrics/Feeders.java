package loadgate.metrics;

import io.gatling.core.action.FeedMessage;
import io.gatling.core.action.builder.FeedBuilder$;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.controller.Controller$Command$Crash;
import io.gatling.core.controller.Controller$Command$StopLoadGenerator;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.Consumer;
import scala.collection.Iterator;
import scala.concurrent.Promise;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;

/** Feeders that have nothing to feed: before the load, and in the middle of it. */
final class Feeders {

  private Feeders() {}

  /** The name of a feeder, of all chains that were built, that is empty from the start. */
  static Optional<String> anyEmpty() {
    var built =
        FeedBuilder$.MODULE$.io$gatling$core$action$builder$FeedBuilder$$Instances().values();
    for (ActorRef<FeedMessage> feeder : CollectionConverters.asJava(built.toSeq())) {
      if (isEmpty(feeder)) {
        return Optional.of(feeder.name());
      }
    }
    return Optional.empty();
  }

  /** What Gatling hides is taken for not empty; it then runs dry under load, which counts. */
  private static boolean isEmpty(ActorRef<FeedMessage> feeder) {
    try {
      Object actor = field("actor", feeder);
      return !((Iterator<?>) field("feeder", actor)).hasNext();
    } catch (ReflectiveOperationException | ClassCastException e) {
      return false;
    }
  }

  private static Object field(String name, Object object) throws ReflectiveOperationException {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }

  /**
   * Gatling's controller, which does not crash when a feeder has run dry but ends the run with its
   * report and assertions.
   *
   * @param crashed hears why first
   */
  record Endings(ActorRef<Controller.Command> gatling, Consumer<String> crashed)
      implements ActorRef<Controller.Command> {

    @Override
    public void $bang(Controller.Command command) {
      if (command instanceof Controller$Command$Crash crash) {
        String reason = crash.exception().getMessage();
        crashed.accept(reason);
        gatling.$bang(new Controller$Command$StopLoadGenerator(reason, false));
      } else {
        gatling.$bang(command);
      }
    }

    @Override
    public String name() {
      return gatling.name();
    }

    @Override
    public <Reply> Promise<Reply> replyPromise(FiniteDuration timeout) {
      return gatling.replyPromise(timeout);
    }
  }
}
