package loadgate;

import static io.gatling.javaapi.core.CoreDsl.exec;

import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import loadgate.gates.Gates;
import loadgate.gates.MeasuredUserType;
import loadgate.gates.MeasuredUserType.MeasuredMetric;
import loadgate.load.UserScenario;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.Metric;
import loadgate.metrics.UserTypeMetrics;
import loadgate.model.CacheHeader;
import loadgate.model.LoadModel;
import loadgate.model.SettingsException;
import loadgate.model.ThinkTime;
import loadgate.model.UserTypeName;
import loadgate.run.Conclusion;
import loadgate.run.MaxThroughput;
import loadgate.settings.UserTypeSettings;
import loadgate.target.Target;
import loadgate.watch.UserWatch;

/**
 * A user type in a simulation: the object that runs, with its names and its think time.
 *
 * @param type as its own hook has configured it
 */
record SimulatedUserType(UserTypeName name, UserType type, ThinkTime thinkTime) {

  private static final UserTypeHooks NO_HOOKS = new UserTypeHooks() {};

  /**
   * Those that the simulation has, each followed by those that the settings make like it.
   *
   * @throws SettingsException for an option that a user type does not take, for a name that is
   *     taken, and for a user type that is there twice
   */
  static List<SimulatedUserType> of(UserType[] userTypes, Map<String, UserTypeSettings> settings) {
    List<SimulatedUserType> simulated = new ArrayList<>();
    for (UserType type : userTypes) {
      String name = UserTypeName.of(type.getClass()).name();
      if (simulated.stream().anyMatch(other -> other.name().name().equals(name))) {
        throw new SettingsException(
            type.getClass().getName(),
            "is twice in the simulation; another of its kind is loadgate.user-types.<name>.like = "
                + name);
      }
      simulated.add(of(name, type, settings.get(name)));
      new TreeMap<>(settings)
          .forEach(
              (other, told) -> {
                if (told.like().equals(Optional.of(name))) {
                  simulated.add(of(other, type, told));
                }
              });
    }
    return simulated;
  }

  private static SimulatedUserType of(String name, UserType type, UserTypeSettings settings) {
    if (Gates.RESERVED.contains(name)) {
      String where =
          settings.like().isPresent() ? "loadgate.user-types." + name : type.getClass().getName();
      throw new SettingsException(where, "the name \"" + name + "\" is taken; choose another");
    }
    UserType configured =
        type instanceof UserTypeHooks hooks
            ? hooks.configured(settings.options())
            : plain(type, settings);
    return new SimulatedUserType(new UserTypeName(name), configured, settings.thinkTime());
  }

  private static UserType plain(UserType type, UserTypeSettings settings) {
    settings.options().only();
    return type;
  }

  private UserTypeHooks hooks() {
    return type instanceof UserTypeHooks hooks ? hooks : NO_HOOKS;
  }

  String title() {
    return name.title();
  }

  void preflight(Target target) {
    hooks().preflight(target);
  }

  Conclusion conclusion(Target target) {
    return new Conclusion(name.name(), title(), run -> hooks().conclude(title(), target, run));
  }

  MaxThroughput.Pace pace() {
    return new MaxThroughput.Pace(hooks().requestsPerIteration(), thinkTime, hooks().once());
  }

  /**
   * @throws SettingsException when its chains cannot be made, such as for a feeder's file that is
   *     not there
   */
  UserScenario scenario(CacheHeader cacheHeader, LoadModel model, UserWatch watch) {
    try {
      return new UserScenario(
          title(),
          exec(watch.coming(title(), model == LoadModel.CLOSED && !hooks().once()))
              .exec(CacheMetrics.readFrom(cacheHeader)),
          exec(watch.start(title(), type.start())),
          exec(watch.iteration(title(), type.iterate())),
          exec(watch.stop(title(), type.stop())),
          thinkTime,
          hooks().once());
    } catch (Exception e) {
      // Gatling throws it without declaring it.
      if (e instanceof FileNotFoundException || e instanceof IllegalArgumentException) {
        throw new SettingsException("user type " + title(), e.getMessage());
      }
      throw new SettingsException("user type " + title(), e + at(e));
    }
  }

  /** Where its author has to look. */
  private String at(Exception e) {
    return Stream.of(e.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(type.getClass().getName()))
        .findFirst()
        .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
        .orElse("");
  }

  MeasuredUserType measured() {
    return new MeasuredUserType(
        name.name(),
        title(),
        measured(
            Stream.of(type.metrics(), markers(type), UserTypeMetrics.ALL).flatMap(List::stream)));
  }

  static List<MeasuredMetric> measured(Stream<Metric> metrics) {
    return metrics
        .map(metric -> new MeasuredMetric(metric.name(), metric.title(), metric.unit()))
        .toList();
  }

  private static List<Metric> markers(UserType type) {
    return type.metrics().stream().flatMap(metric -> metric.marker().stream()).toList();
  }

  /** From its first to its last request, under a profile of that length. */
  Duration longest(Duration profile) {
    Duration iteration = hooks().longestIteration();
    return hooks().once() ? iteration : profile.plus(iteration);
  }
}
