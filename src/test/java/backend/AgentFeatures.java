package backend;

import backend.agent.AgentFeature;
import backend.analytics.AnalyticsFeature;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.Part;
import backend.quality.QualityFeature;
import backend.quality.QualityHistory;
import backend.regression.Baselines;
import backend.regression.RegressionFeature;
import backend.validation.ValidationFeature;
import backend.workflow.WorkflowFeature;
import java.util.List;

/** The features of the agent that watches language models, which share a history and baselines. */
final class AgentFeatures {

  private AgentFeatures() {}

  static List<Feature> create(Faults faults) {
    QualityHistory history = new QualityHistory();
    Baselines baselines = new Baselines(faults.works(Part.BASELINES));
    return List.of(
        new AgentFeature(),
        new QualityFeature(history),
        new RegressionFeature(history, baselines),
        new ValidationFeature(),
        new WorkflowFeature(history, baselines),
        new AnalyticsFeature(history));
  }
}
