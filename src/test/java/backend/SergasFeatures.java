package backend;

import backend.accounts.AccountsFeature;
import backend.copilot.CopilotFeature;
import backend.kit.Database;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.Part;
import java.util.List;

/** The features of the account manager: its accounts, and the agents that look into them. */
final class SergasFeatures {

  private SergasFeatures() {}

  static List<Feature> create(Database database, Faults faults) {
    return List.of(
        new AccountsFeature(
            database,
            faults.databaseCalls(),
            faults.workDelay(),
            faults.works(Part.CACHE),
            faults.works(Part.CACHE_HEADER)),
        new CopilotFeature(faults.workDelay(), faults.works(Part.STREAM_ENDS)));
  }
}
