package loadgate.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import loadgate.model.InjectorShare;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.SettingsException;
import loadgate.model.Stage;

/**
 * A load profile divided among the user types of a simulation.
 *
 * @param mix loads of the user types that share the profile's users, in the simulation's order
 * @param background loads of those that are there beside them, always closed
 * @param leftOut names of the user types that get no user
 */
public record LoadPlan(
    LoadProfile profile,
    List<UserTypeLoad> mix,
    List<UserTypeLoad> background,
    List<String> leftOut) {

  /**
   * @param userTypes of the simulation, in its order; those that are no background share all of the
   *     profile's users among themselves, in equal parts where the profile has no weights at all
   * @throws SettingsException when the profile has weights, but none for these user types
   */
  public static LoadPlan of(LoadProfile profile, List<String> userTypes) {
    List<String> mixed =
        userTypes.stream().filter(type -> !profile.background().containsKey(type)).toList();
    Map<String, Integer> weights = weights(profile, mixed);
    List<UserTypeLoad> mix = new ArrayList<>();
    List<UserTypeLoad> background = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (String userType : userTypes) {
      if (!mixed.contains(userType)) {
        background.add(background(userType, profile));
        continue;
      }
      UserTypeLoad load = load(userType, profile, weights);
      if (load.peak() > 0) {
        mix.add(load);
      } else {
        leftOut.add(userType);
      }
    }
    return new LoadPlan(profile, List.copyOf(mix), List.copyOf(background), List.copyOf(leftOut));
  }

  /** The loads of all user types that get users. */
  public List<UserTypeLoad> loads() {
    return Stream.concat(mix.stream(), background.stream()).toList();
  }

  /** How the users of a load come. */
  public LoadModel model(UserTypeLoad load) {
    return background.contains(load) ? LoadModel.CLOSED : profile.model();
  }

  /**
   * Which users of a load one of several injectors gets: those of the mix are dealt out like cards,
   * one user type after the other, so that neither the injectors' users of a type nor their users
   * at the peak differ by more than one. The first injector, which prepares the target, has a user
   * of every type of a closed profile: one of a type with too few to come around to it is dealt to
   * it first, and it may have more users than others then. Background users are all on the first
   * injector.
   *
   * @return by the number of users of the type that were there, or have arrived, before
   */
  public LongPredicate dealt(UserTypeLoad load, InjectorShare share) {
    if (background.contains(load)) {
      return place -> share.isFirst();
    }
    long before =
        mix.subList(0, mix.indexOf(load)).stream()
            .mapToLong(each -> (long) Math.ceil(each.peak()))
            .sum();
    InjectorShare first = new InjectorShare(0, share.count());
    boolean passesFirst =
        profile.model() == LoadModel.CLOSED
            && LongStream.range(0, (long) load.peak())
                .noneMatch(place -> first.takes(before + place));
    return place -> passesFirst && place == 0 ? share.isFirst() : share.takes(before + place);
  }

  /** The most users at a time, or arrivals per second, that one of several injectors has. */
  public double peak(UserTypeLoad load, InjectorShare share) {
    return model(load) == LoadModel.OPEN
        ? load.peak() / share.count()
        : LongStream.range(0, (long) load.peak()).filter(dealt(load, share)).count();
  }

  public List<String> userTypes() {
    return loads().stream().map(UserTypeLoad::userType).toList();
  }

  private static UserTypeLoad background(String userType, LoadProfile profile) {
    int users = profile.background().get(userType);
    return new UserTypeLoad(
        userType,
        users,
        List.of(
            new InjectionStep(0, users, Duration.ZERO),
            new InjectionStep(users, users, profile.duration())));
  }

  private static Map<String, Integer> weights(LoadProfile profile, List<String> userTypes) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    userTypes.forEach(type -> weights.put(type, profile.weights().getOrDefault(type, 0)));
    if (profile.weights().isEmpty()) {
      weights.replaceAll((type, weight) -> 1);
    } else if (!userTypes.isEmpty() && weights.values().stream().allMatch(each -> each == 0)) {
      throw new SettingsException(
          profile.where(),
          "profile %s weighs %s, but none of the simulation's user types: %s; allowed are a weight for"
                  .formatted(
                      profile.name(),
                      String.join(", ", new TreeSet<>(profile.weights().keySet())),
                      String.join(", ", userTypes))
              + " one of these, no weights at all for equal shares, or another profile");
    }
    return weights;
  }

  private static UserTypeLoad load(
      String userType, LoadProfile profile, Map<String, Integer> weights) {
    List<InjectionStep> steps = new ArrayList<>();
    double wholeFrom = 0;
    double from = 0;
    double peak = 0;
    for (Stage stage : profile.stages()) {
      double to = share(userType, stage.target(), profile.model(), weights);
      Duration change = stage.change(wholeFrom);
      if (!change.isZero()) {
        steps.add(new InjectionStep(from, to, change));
      }
      Duration hold = stage.duration().minus(change);
      if (!hold.isZero()) {
        steps.add(new InjectionStep(to, to, hold));
      }
      wholeFrom = stage.target();
      from = to;
      peak = Math.max(peak, to);
    }
    return new UserTypeLoad(userType, peak, List.copyOf(steps));
  }

  private static double share(
      String userType, double target, LoadModel model, Map<String, Integer> weights) {
    if (model == LoadModel.CLOSED) {
      return LargestRemainder.largestRemainder((int) target, weights).get(userType);
    }
    double sum = weights.values().stream().mapToInt(Integer::intValue).sum();
    return target * weights.get(userType) / sum;
  }
}
