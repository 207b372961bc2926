package simulations;

import loadgate.GatedSimulation;
import simulations.users.application.TaskMonitoringUser;

/** The task system under its observers alone. */
public final class TaskMonitoringSimulation extends GatedSimulation {

  public TaskMonitoringSimulation() {
    super(new TaskMonitoringUser());
  }
}
