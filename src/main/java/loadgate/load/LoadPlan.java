package loadgate.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loadgate.settings.LoadModel;
import loadgate.settings.LoadProfile;
import loadgate.settings.Stage;

/**
 * A load profile shared out over the user types of a simulation.
 *
 * @param loads of the user types that take part, in the simulation's order
 * @param leftOut names of the user types that get no user
 */
public record LoadPlan(LoadProfile profile, List<UserTypeLoad> loads, List<String> leftOut) {

  /**
   * @param userTypes of the simulation, in its order; they share all of the profile's users among
   *     themselves, in equal parts where the profile gives none of them a weight
   */
  public static LoadPlan of(LoadProfile profile, List<String> userTypes) {
    Map<String, Integer> weights = weights(profile, userTypes);
    List<UserTypeLoad> loads = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (String userType : userTypes) {
      UserTypeLoad load = load(userType, profile, weights);
      if (load.peak() > 0) {
        loads.add(load);
      } else {
        leftOut.add(userType);
      }
    }
    return new LoadPlan(profile, List.copyOf(loads), List.copyOf(leftOut));
  }

  public List<String> userTypes() {
    return loads.stream().map(UserTypeLoad::userType).toList();
  }

  private static Map<String, Integer> weights(LoadProfile profile, List<String> userTypes) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    userTypes.forEach(type -> weights.put(type, profile.weights().getOrDefault(type, 0)));
    if (weights.values().stream().allMatch(weight -> weight == 0)) {
      weights.replaceAll((type, weight) -> 1);
    }
    return weights;
  }

  private static UserTypeLoad load(
      String userType, LoadProfile profile, Map<String, Integer> weights) {
    List<Step> steps = new ArrayList<>();
    double wholeFrom = 0;
    double from = 0;
    double peak = 0;
    for (Stage stage : profile.stages()) {
      double to = share(userType, stage.target(), profile.model(), weights);
      Duration change = stage.change(wholeFrom);
      if (!change.isZero()) {
        steps.add(new Step(from, to, change));
      }
      Duration hold = stage.duration().minus(change);
      if (!hold.isZero()) {
        steps.add(new Step(to, to, hold));
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
      return Shares.largestRemainder((int) target, weights).get(userType);
    }
    double sum = weights.values().stream().mapToInt(Integer::intValue).sum();
    return target * weights.get(userType) / sum;
  }
}
