package simulations;

import loadgate.GatedSimulation;
import simulations.users.application.AuthFlowUser;
import simulations.users.application.HealthFullUser;
import simulations.users.application.HealthUser;
import simulations.users.application.TaskCompletionUser;
import simulations.users.application.TaskMonitoringUser;
import simulations.users.investment.RecommendationUser;

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
