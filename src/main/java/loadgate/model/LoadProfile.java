package loadgate.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * A load profile: how many users, how fast, how long, in which weights.
 *
 * @param stages in the order they run, at least one; none of {@link #withoutLoad}
 * @param weights of user types by name; a type that is not named has none
 * @param background users beside the mix, by user type: there from the start to the end of the
 *     profile, whatever its stages say
 * @param endurance whether it lasts so long that a run under it shows what changes with time
 * @param where the place of the profile, for messages
 */
public record LoadProfile(
    String name,
    LoadModel model,
    List<Stage> stages,
    Map<String, Integer> weights,
    Map<String, Integer> background,
    boolean endurance,
    String where) {

  public LoadProfile {
    stages = List.copyOf(stages);
    weights = Map.copyOf(weights);
    background = Map.copyOf(background);
  }

  /** Of a simulation that brings its own injection, of which nobody knows more. */
  public static LoadProfile own() {
    return withoutLoad("own", "");
  }

  /** A set of gates, for simulations that bring their own injection. */
  public static LoadProfile withoutLoad(String name, String where) {
    return new LoadProfile(name, LoadModel.OPEN, List.of(), Map.of(), Map.of(), false, where);
  }

  /** Whether the load is the simulation's own injection. */
  public boolean isOwn() {
    return stages.isEmpty();
  }

  public Duration duration() {
    return stages.stream().map(Stage::duration).reduce(Duration.ZERO, Duration::plus);
  }

  /** The highest target of any stage. */
  public double peak() {
    return stages.stream().mapToDouble(Stage::target).max().orElseThrow();
  }

  /** The same shape with another peak; closed targets stay whole numbers. */
  public LoadProfile withPeak(double peak) {
    double factor = peak / peak();
    return withStages(
        stage -> {
          double target = stage.target() * factor;
          return new Stage(
              model == LoadModel.CLOSED ? Math.round(target) : target,
              stage.duration(),
              stage.changePerSecond());
        });
  }

  /** The same shape, stretched or squeezed to another duration. */
  public LoadProfile withDuration(Duration duration) {
    double factor = (double) duration.toMillis() / duration().toMillis();
    return withStages(
        stage ->
            new Stage(
                stage.target(),
                Duration.ofMillis(Math.max(1, Math.round(stage.duration().toMillis() * factor))),
                stage.changePerSecond()));
  }

  public LoadProfile withSpawnRate(double perSecond) {
    return withStages(
        stage -> new Stage(stage.target(), stage.duration(), OptionalDouble.of(perSecond)));
  }

  private LoadProfile withStages(UnaryOperator<Stage> change) {
    return new LoadProfile(
        name, model, stages.stream().map(change).toList(), weights, background, endurance, where);
  }
}
