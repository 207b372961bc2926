package loadgate.watch;

import io.gatling.commons.validation.Success;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.action.builder.SessionHookBuilder;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ChainBuilder;
import io.gatling.core.structure.PopulationBuilder;
import io.gatling.core.structure.ScenarioBuilder;
import io.gatling.core.structure.ScenarioContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import loadgate.model.SettingsException;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/** The users of a plain simulation under a {@link LoadWatch}. */
public final class ScenarioWatch {

  private final LoadWatch load;
  private final Consumer<SettingsException> refusal;

  /**
   * @param refusal ends the run before the load when a feeder is empty
   */
  public ScenarioWatch(LoadWatch load, Consumer<SettingsException> refusal) {
    this.load = load;
    this.refusal = refusal;
  }

  /** Watches all users that a simulation has set up. */
  public void watch(SimulationSetUp simulation) {
    simulation.replacePopulations(this::watched);
  }

  /** The same users, injected in the same way; also those who come after them. */
  private PopulationBuilder watched(PopulationBuilder users) {
    ScenarioBuilder scenario = users.scenarioBuilder();
    List<scala.collection.immutable.List<PopulationBuilder>> children =
        CollectionConverters.asJava(users.children()).stream()
            .map(
                together ->
                    CollectionConverters.asScala(
                            CollectionConverters.asJava(together).stream()
                                .map(this::watched)
                                .toList())
                        .toList())
            .toList();
    return users.copy(
        new ScenarioBuilder(
            scenario.name(),
            CollectionConverters.asScala(
                    List.<ActionBuilder>of(
                        (context, next) ->
                            watched(scenario.name(), scenario.toChainBuilder(), context, next)))
                .toList()),
        users.injectionProfile(),
        users.scenarioProtocols(),
        users.scenarioThrottleSteps(),
        users.pauseType(),
        CollectionConverters.asScala(children).toList(),
        users.shard());
  }

  private Action watched(String name, ChainBuilder chain, ScenarioContext context, Action next) {
    LoadWatch.Built place = load.in(context, name);
    Action end =
        new SessionHookBuilder(user -> new Success<>(ended(place.engine(), user)), false)
            .build(context, next);
    Action first = load.built(name, () -> chain.build(place.context(), end));
    Optional<String> empty = Feeders.anyEmpty();
    if (empty.isPresent()) {
      refusal.accept(
          new SettingsException("scenario " + name, "feeder " + empty.get() + " is empty"));
    }
    return new SessionHookBuilder(
            user -> new Success<>(place.protocols().onStart().apply(known(user, place))), false)
        .build(context, first);
  }

  private Session known(Session user, LoadWatch.Built place) {
    Session known =
        user.copy(
            new String(user.scenario()),
            user.userId(),
            user.attributes(),
            user.baseStatus(),
            user.blockStack(),
            leaving -> {
              load.left(leaving, place.protocols());
              return BoxedUnit.UNIT;
            },
            user.eventLoop());
    WatchedUser came = new WatchedUser(known.scenario(), known.userId(), false, List.of());
    came.started();
    load.came(came);
    return known;
  }

  private static Session ended(WatchedStatsEngine engine, Session user) {
    engine.userFinished(user.scenario());
    return user;
  }
}
