package loadgate.watch;

import io.gatling.core.action.FeedMessage;
import io.gatling.core.action.builder.FeedBuilder$;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.controller.Controller$Command$Crash;
import io.gatling.core.controller.Controller$Command$StopLoadGenerator;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import loadgate.model.InjectorShare;
import loadgate.model.SettingsException;
import scala.collection.BufferedIterator;
import scala.collection.Iterator;
import scala.concurrent.Promise;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Random$;

/**
 * Feeders that have nothing to feed, before the load and in the middle of it, and the rows of
 * feeders that one of several injectors gets.
 */
final class Feeders {

  /** Of all injectors. */
  private static final long SHUFFLE_SEED = 13;

  private Feeders() {}

  /** The name of a feeder, of all chains that were built, that is empty from the start. */
  static Optional<String> anyEmpty() {
    return built().stream().filter(Feeders::isEmpty).map(ActorRef::name).findFirst();
  }

  /** What Gatling hides is taken for not empty; it then runs dry under load, which counts. */
  private static boolean isEmpty(ActorRef<FeedMessage> feeder) {
    try {
      Iterator<?> rows = (Iterator<?>) rows(feeder).get(actor(feeder));
      return !rows.hasNext() || !(rows instanceof DealtRows) && drawsFromNone(feeder, rows);
    } catch (ReflectiveOperationException | ClassCastException e) {
      return false;
    }
  }

  /** A random feeder always has a next row, even of none; the row that is looked at stays. */
  private static boolean drawsFromNone(ActorRef<FeedMessage> feeder, Iterator<?> rows)
      throws ReflectiveOperationException {
    BufferedIterator<?> kept = rows.buffered();
    rows(feeder).set(actor(feeder), kept);
    try {
      kept.head();
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /** Lets feeders that shuffle do it in the same order on all injectors, which share the rows. */
  static void shuffleAlike() {
    Random$.MODULE$.setSeed(SHUFFLE_SEED);
  }

  /**
   * Leaves one of several injectors its rows of all feeders: the first row is the first injector's,
   * the next one the next injector's, and so on again and again. So no two of them have the same
   * row of a queue, and circular feeders start apart.
   *
   * @throws SettingsException if Gatling hides the rows
   */
  static void deal(InjectorShare share) {
    for (ActorRef<FeedMessage> feeder : built()) {
      try {
        Field rows = rows(feeder);
        Object actor = actor(feeder);
        if (rows.get(actor) instanceof Iterator<?> all && !(all instanceof DealtRows)) {
          rows.set(actor, new DealtRows<>(all, share));
        }
      } catch (ReflectiveOperationException e) {
        throw new SettingsException(
            "feeder " + feeder.name(), "cannot be shared among injectors with this Gatling: " + e);
      }
    }
  }

  private static Collection<ActorRef<FeedMessage>> built() {
    return CollectionConverters.asJavaCollection(
        FeedBuilder$.MODULE$.io$gatling$core$action$builder$FeedBuilder$$Instances().values());
  }

  private static Object actor(ActorRef<FeedMessage> feeder) throws ReflectiveOperationException {
    return field("actor", feeder).get(feeder);
  }

  private static Field rows(ActorRef<FeedMessage> feeder) throws ReflectiveOperationException {
    return field("feeder", actor(feeder));
  }

  private static Field field(String name, Object object) throws ReflectiveOperationException {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /**
   * Gatling's controller, which does not crash when a feeder has run dry but ends the run with its
   * report and assertions.
   *
   * @param crashed hears why first
   * @param stopped hears why a simulation ends its load itself
   */
  record Endings(
      ActorRef<Controller.Command> gatling, Consumer<String> crashed, Consumer<String> stopped)
      implements ActorRef<Controller.Command> {

    @Override
    public void $bang(Controller.Command command) {
      if (command instanceof Controller$Command$Crash crash) {
        String reason = crash.exception().getMessage();
        crashed.accept(reason);
        gatling.$bang(new Controller$Command$StopLoadGenerator(reason, false));
      } else {
        if (command instanceof Controller$Command$StopLoadGenerator stop) {
          stopped.accept(stop.message());
        }
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
