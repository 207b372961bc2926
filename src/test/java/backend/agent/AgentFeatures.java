package backend.agent;

import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.Part;
import java.util.List;

/** Creates the features of the agent, which share one history of scored answers. */
public final class AgentFeatures {

  private AgentFeatures() {}

  public static List<Feature> create(Faults faults) {
    AnswerHistory history = new AnswerHistory();
    Baselines baselines = new Baselines(faults.works(Part.BASELINES));
    return List.of(
        new QualityFeature(history),
        new RegressionFeature(history, baselines),
        new ValidationFeature(history, baselines),
        new AnalyticsFeature(history),
        new StatusFeature());
  }
}
