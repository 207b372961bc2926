package loadgate.gates;

import static loadgate.model.StageMeasure.LONGEST_STALL;

import io.gatling.javaapi.core.Assertion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.gates.Gate.SampleCount;
import loadgate.model.GateLimits;
import loadgate.model.Measure;
import loadgate.model.NearestName;
import loadgate.model.SettingsException;
import loadgate.model.StageMeasure;
import loadgate.runlog.NamedRequests;

/**
 * The gates of one run.
 *
 * @param active those that the run is judged by
 * @param leftOut those of the simulation's user types that get no user
 * @param observed what is shown and not judged: metrics of the user types at work that have no
 *     limit, and gates that are off
 * @param inconclusivePasses whether a gate with too few samples leaves the run green
 * @param basis what the run is compared with, or why with nothing
 */
public record Gates(
    List<Gate> active,
    List<Gate> leftOut,
    List<Gate> observed,
    boolean inconclusivePasses,
    String basis) {

  /** Names that no user type may have, because they stand for something else among the gates. */
  public static final Set<String> RESERVED =
      Stream.of(MeasuredResources.NAMES, MeasuredPaths.NAMES, Set.of(MeasuredSimulation.NAME))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** Whether the simulation has scenarios of its own and no user types. */
  public boolean areOfPlainSimulation() {
    return Stream.concat(active.stream(), observed.stream())
        .anyMatch(gate -> gate.settings().userType().equals(Optional.of(MeasuredSimulation.NAME)));
  }

  /**
   * Refuses gates on the stages of a load, of which a simulation with its own injection tells
   * nothing.
   *
   * @throws SettingsException for the first of them
   */
  public void refuseStages() {
    for (Gate gate : active) {
      boolean ofStages =
          gate.measure().stageMeasure().filter(measure -> measure != LONGEST_STALL).isPresent();
      if (ofStages) {
        throw new SettingsException(
            gate.settings().where(),
            "gate \"%s\" needs a load profile, which this simulation has not; allowed are %s, %s"
                .formatted(
                    gate.title(), Measure.namesOfRequests(), LONGEST_STALL.measure().name()));
      }
    }
  }

  /**
   * Refuses gates that no answer of the target could break: a run that nothing judges would pass.
   *
   * @throws SettingsException when none but those on the load generator has a fail limit
   */
  public void refuseNothingJudged() {
    if (active.stream()
        .noneMatch(gate -> gate.settings().fail().isPresent() && !gate.isOfTheInjector())) {
      throw new SettingsException(
          "loadgate.gates",
          "none is left that could fail this run; allowed is one with a fail limit at least, such"
              + " as global.failure-rate = 1%");
    }
  }

  /**
   * The requests that gates are on without their standing together in the log: those of a name in
   * whichever groups, and those of several names.
   */
  public List<NamedRequests> namedRequests() {
    return active.stream().flatMap(gate -> gate.namedRequests().stream()).distinct().toList();
  }

  /**
   * @param regression limits from earlier runs, of user types that get users
   * @param known names of all user types that settings may name
   * @param simulated those of the simulation, in its order
   * @param present names of those that get users
   * @throws SettingsException for a gate on an unknown user type or metric
   */
  public static Gates of(
      List<GateLimits> settings,
      RegressionLimits regression,
      Collection<String> known,
      List<MeasuredUserType> simulated,
      Collection<String> present,
      boolean inconclusivePasses) {
    List<MeasuredUserType> measured =
        Stream.of(simulated, MeasuredResources.ALL, MeasuredPaths.ALL)
            .flatMap(Collection::stream)
            .toList();
    Map<String, MeasuredUserType> byName =
        measured.stream().collect(Collectors.toMap(MeasuredUserType::name, type -> type));
    Predicate<String> isThere = name -> present.contains(name) || RESERVED.contains(name);
    List<Gate> active = new ArrayList<>();
    List<Gate> off = new ArrayList<>();
    List<Gate> leftOut = new ArrayList<>();
    for (GateLimits gate : ValueMarkers.added(settings, measured)) {
      List<Gate> used = gate.off().isPresent() ? off : active;
      if (gate.userType().isEmpty()) {
        used.add(new Gate(gate, Gate.pathOfAllRequests(gate.measure())));
        continue;
      }
      String userType = gate.userType().get();
      MeasuredUserType type = byName.get(userType);
      if (type != null) {
        (isThere.test(userType) ? used : leftOut).add(checked(gate, type));
      } else if (!known.contains(userType) && !RESERVED.contains(userType)) {
        throw unknown(gate, userType, known);
      }
    }
    for (GateLimits limits : regression.limits()) {
      active.add(
          limits
              .userType()
              .map(userType -> checked(limits, byName.get(userType)))
              .orElseGet(() -> new Gate(limits, List.of())));
    }
    active.sort(inOrderOf(measured.stream().map(MeasuredUserType::name).toList()));
    List<MeasuredUserType> atWork =
        measured.stream()
            .filter(type -> isThere.test(type.name()) && !MeasuredPaths.ALL.contains(type))
            .toList();
    return new Gates(
        List.copyOf(active),
        List.copyOf(leftOut),
        observed(active, off, atWork),
        inconclusivePasses,
        regression.basis());
  }

  /** Those on all requests first, then those on the user types, as the simulation lists them. */
  private static Comparator<Gate> inOrderOf(List<String> userTypes) {
    return Comparator.comparingInt(
        gate -> gate.settings().userType().map(userTypes::indexOf).orElse(-1));
  }

  private static List<Gate> observed(
      List<Gate> active, List<Gate> off, List<MeasuredUserType> atWork) {
    Set<List<String>> told =
        Stream.concat(active.stream(), off.stream()).map(Gate::path).collect(Collectors.toSet());
    Stream<Gate> untold =
        Stream.concat(
                Stream.of(StageMeasure.STEADY_THROUGHPUT, StageMeasure.LONGEST_STALL)
                    .map(measure -> Gate.ofAllRequests(measure.measure())),
                atWork.stream().flatMap(type -> type.observations().stream()))
            .filter(gate -> !told.contains(gate.path()));
    return Stream.concat(off.stream(), untold).toList();
  }

  /**
   * What Gatling asserts: that each gate was measured, that it holds, and that the log is whole.
   */
  public List<Assertion> assertions() {
    Map<List<String>, Integer> least = new HashMap<>();
    List<Gate> failing =
        active.stream().filter(gate -> gate.settings().fail().isPresent()).toList();
    for (Gate gate : failing) {
      SampleCount count = gate.sampleCount(inconclusivePasses);
      least.merge(count.path(), count.least(), Math::max);
    }
    List<Assertion> assertions = new ArrayList<>();
    for (Gate gate : failing) {
      List<String> path = gate.sampleCount(inconclusivePasses).path();
      Integer samples = least.remove(path);
      if (samples != null) {
        assertions.add(new SampleCount(path, samples).assertion());
      }
      assertions.addAll(gate.assertions());
    }
    if (!assertions.isEmpty()) {
      assertions.add(LogCompletion.assertion());
    }
    return assertions;
  }

  private static Gate checked(GateLimits gate, MeasuredUserType type) {
    return type.pathOf(gate)
        .map(path -> new Gate(gate, path))
        .orElseThrow(
            () ->
                new SettingsException(
                    gate.where(),
                    String.format(
                        "gates.%s: unknown measure \"%s\"%s; allowed: %s, %s, each, details%s",
                        type.name(),
                        gate.measure().name(),
                        NearestName.hint(gate.measure().name(), type.measures()),
                        Measure.namesOfRequests(),
                        StageMeasure.names(),
                        type.usage())));
  }

  private static SettingsException unknown(
      GateLimits gate, String userType, Collection<String> known) {
    List<String> named =
        Stream.of(Set.of("global"), known, RESERVED).flatMap(Collection::stream).toList();
    return new SettingsException(
        gate.where(),
        "gates: unknown user type \""
            + userType
            + "\""
            + NearestName.hint(userType, named)
            + "; allowed: global, "
            + String.join(", ", new TreeSet<>(RESERVED))
            + ", "
            + String.join(", ", new TreeSet<>(known)));
  }
}
