package backend.agent;

import backend.kit.BackendSettings;
import backend.kit.Database;
import backend.kit.Feature;
import backend.kit.Part;
import backend.kit.Room;
import java.util.List;

/** The agent, whose features share one history of scored answers. */
public final class AgentRoom implements Room {

  @Override
  public List<Feature> features(Database database, BackendSettings settings) {
    AnswerHistory history = new AnswerHistory();
    Baselines baselines = new Baselines(settings.faults().works(Part.BASELINES));
    return List.of(
        new QualityFeature(history),
        new RegressionFeature(history, baselines),
        new ValidationFeature(history, baselines),
        new AnalyticsFeature(history),
        new StatusFeature());
  }
}
