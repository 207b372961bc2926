package loadgate.watch;

import io.gatling.core.protocol.Protocol;
import io.gatling.core.structure.PopulationBuilder;
import io.gatling.http.protocol.HttpProtocol;
import io.gatling.javaapi.core.Simulation;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loadgate.model.SettingsException;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a simulation has handed to {@code setUp}, which Gatling keeps to itself.
 *
 * @param simulation of Gatling's Java or Scala API
 */
public record SimulationSetUp(Object simulation) {

  /** The last number of randomized arrivals is another one each time. */
  private static final Pattern SEED = Pattern.compile("(PoissonOpenInjection\\([^()]*),-?\\d+\\)");

  /** Whether {@code setUp} has been called. */
  public boolean isDone() {
    return !populations().isEmpty();
  }

  /** The users that the simulation injects; empty before {@code setUp}. */
  @SuppressWarnings("unchecked")
  List<PopulationBuilder> populations() {
    return isOfJava()
        ? ofJava().stream().map(io.gatling.javaapi.core.PopulationBuilder::asScala).toList()
        : CollectionConverters.asJava(
            (scala.collection.immutable.List<PopulationBuilder>) value("_populationBuilders"));
  }

  /** Lets the simulation inject other users in their place. */
  void replacePopulations(UnaryOperator<PopulationBuilder> other) {
    Stream<PopulationBuilder> replaced = populations().stream().map(other);
    set(
        "_populationBuilders",
        isOfJava()
            ? replaced.map(io.gatling.javaapi.core.PopulationBuilder::new).toList()
            : CollectionConverters.asScala(replaced.toList()).toList());
  }

  /** The base URLs of its HTTP protocols as far as they are set up, each once. */
  public Set<String> baseUrls() {
    Set<String> urls = new LinkedHashSet<>();
    globalProtocols().forEach(protocol -> urls.addAll(baseUrls(protocol)));
    withChildren(populations())
        .forEach(
            users ->
                CollectionConverters.asJava(users.scenarioProtocols())
                    .values()
                    .forEach(protocol -> urls.addAll(baseUrls(protocol))));
    return urls;
  }

  private static List<String> baseUrls(Protocol protocol) {
    return protocol instanceof HttpProtocol http
        ? CollectionConverters.asJava(http.baseUrls())
        : List.of();
  }

  /** How long the injection of all users takes, one after the other where they follow. */
  public Duration injection() {
    return longest(populations());
  }

  /** The end of the load that the simulation sets, whoever is there. */
  public Optional<Duration> maxDuration() {
    Object value = value("_maxDuration");
    return value instanceof Duration duration
        ? Optional.of(duration)
        : value instanceof scala.Some<?> some
            ? Optional.of(duration((FiniteDuration) some.get()))
            : Optional.empty();
  }

  /** How the users are injected, as Gatling's steps print it: the same text for the same load. */
  public String injectionText() {
    StringBuilder text = new StringBuilder();
    withChildren(populations())
        .forEach(
            users ->
                text.append(users.scenarioBuilder().name())
                    .append(": ")
                    .append(steps(users.injectionProfile()))
                    .append("; "));
    return SEED.matcher(text).replaceAll("$1)");
  }

  private static Duration longest(Collection<PopulationBuilder> together) {
    return together.stream()
        .map(SimulationSetUp::withFollowers)
        .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  private static Duration withFollowers(PopulationBuilder users) {
    return CollectionConverters.asJava(users.children()).stream()
        .map(CollectionConverters::asJava)
        .map(SimulationSetUp::longest)
        .reduce(length(users.injectionProfile()), Duration::plus);
  }

  private static Duration length(Object injectionProfile) {
    return steps(injectionProfile).stream()
        .map(SimulationSetUp::lengthOfStep)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static List<?> steps(Object injectionProfile) {
    return CollectionConverters.asJava(
        (scala.collection.immutable.List<?>)
            value(injectionProfile.getClass(), "steps", injectionProfile));
  }

  private static Duration lengthOfStep(Object step) {
    try {
      var duration = step.getClass().getMethod("duration");
      duration.setAccessible(true);
      return duration((FiniteDuration) duration.invoke(step));
    } catch (ReflectiveOperationException e) {
      throw hidden(e);
    }
  }

  private static Duration duration(FiniteDuration scala) {
    return Duration.ofNanos(scala.toNanos());
  }

  private static List<PopulationBuilder> withChildren(Collection<PopulationBuilder> users) {
    List<PopulationBuilder> all = new ArrayList<>();
    for (PopulationBuilder each : users) {
      all.add(each);
      for (var together : CollectionConverters.asJava(each.children())) {
        all.addAll(withChildren(CollectionConverters.asJava(together)));
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private Collection<Protocol> globalProtocols() {
    Object protocols = value("_globalProtocols");
    return protocols instanceof Map<?, ?> ofJava
        ? ofJava.values().stream().map(Protocol.class::cast).toList()
        : CollectionConverters.asJava(
                (scala.collection.immutable.Map<Class<? extends Protocol>, Protocol>) protocols)
            .values();
  }

  private boolean isOfJava() {
    return simulation instanceof Simulation;
  }

  @SuppressWarnings("unchecked")
  private List<io.gatling.javaapi.core.PopulationBuilder> ofJava() {
    return (List<io.gatling.javaapi.core.PopulationBuilder>) value("_populationBuilders");
  }

  private Object value(String name) {
    return value(api(), name, simulation);
  }

  private void set(String name, Object value) {
    try {
      field(api(), name).set(simulation, value);
    } catch (ReflectiveOperationException e) {
      throw hidden(e);
    }
  }

  private Class<?> api() {
    return isOfJava() ? Simulation.class : io.gatling.core.scenario.Simulation.class;
  }

  private static Object value(Class<?> owner, String name, Object object) {
    try {
      return field(owner, name).get(object);
    } catch (ReflectiveOperationException e) {
      throw hidden(e);
    }
  }

  /** Scala gives fields that inner classes use a longer name. */
  private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
    for (Field field : owner.getDeclaredFields()) {
      if (field.getName().equals(name) || field.getName().endsWith("$$" + name)) {
        field.setAccessible(true);
        return field;
      }
    }
    throw new NoSuchFieldException(owner.getName() + "." + name);
  }

  private static SettingsException hidden(ReflectiveOperationException e) {
    return new SettingsException("Gatling", "this version hides what a simulation sets up: " + e);
  }
}
