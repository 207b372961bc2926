package proof.application;

import java.util.List;
import proof.score.Load;
import proof.score.SharedLoads;
import simulations.MixedSimulation;

/** The loads of the application backend. */
public final class ApplicationLoads implements SharedLoads {

  @Override
  public List<Load> busy() {
    return List.of(Load.of(MixedSimulation.class, "endurance", 6, "target memory-slope max"));
  }
}
