package simulations;

import loadgate.GatedSimulation;
import simulations.users.application.TaskCompletionUser;

/** Tasks from submission to result alone. */
public final class TaskCompletionSimulation extends GatedSimulation {

  public TaskCompletionSimulation() {
    super(new TaskCompletionUser());
  }
}
