package simulations;

import loadgate.GatedSimulation;
import simulations.users.AuthFlowUser;
import simulations.users.HealthFullUser;
import simulations.users.HealthUser;
import simulations.users.RecommendationUser;
import simulations.users.TaskCompletionUser;
import simulations.users.TaskMonitoringUser;

/** All user types together, in the weights of the load profile. */
public final class MixedSimulation extends GatedSimulation {

  public MixedSimulation() {
    super(
        new HealthUser(),
        new HealthFullUser(),
        new AuthFlowUser(),
        new TaskMonitoringUser(),
        new RecommendationUser(),
        new TaskCompletionUser());
  }
}
