package loadgate.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import loadgate.gates.RegressionLimits;
import loadgate.settings.Settings;

/** Compares a run that is about to start with those before it. */
public final class Regression {

  /** Newest lines of a history that are read; runs of other simulations are among them. */
  private static final int LINES = 2_000;

  private Regression() {}

  /**
   * The limits that follow from the history and from the baseline.
   *
   * @param origin of the run that is about to start
   * @param results the folder with the history
   * @param simulation class name
   * @param groups the names of the user types at work in the report, by those in the settings
   * @throws loadgate.model.SettingsException if the baseline is damaged
   */
  public static RegressionLimits limits(
      Settings settings,
      RunOrigin origin,
      Path results,
      String simulation,
      Map<String, String> groups) {
    if (!settings.regression().enabled()) {
      return RegressionLimits.none("off, as loadgate.regression.enabled says");
    }
    Comparability own = Comparability.of(origin, simulation);
    Optional<HistoryEntry> baseline = Baselines.find(own);
    try {
      History history = new HistoryFile(results).readNewest(LINES, newest -> newest);
      RegressionLimits limits =
          EarlierRuns.of(settings.regression(), own, history.runs(), baseline).limits(groups);
      return baseline
          .map(Comparability::of)
          .filter(saved -> limits.limits().isEmpty() && !saved.equals(own))
          .map(saved -> limits.basis() + ", and the saved one " + own.difference(saved))
          .map(RegressionLimits::none)
          .orElse(limits);
    } catch (IOException e) {
      return RegressionLimits.none("no baseline: " + e.getMessage());
    }
  }
}
