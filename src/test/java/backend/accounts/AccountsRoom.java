package backend.accounts;

import backend.kit.BackendSettings;
import backend.kit.Database;
import backend.kit.ErrorFormat;
import backend.kit.Feature;
import backend.kit.Room;
import java.util.List;
import java.util.Map;

/** The account manager: accounts, and agents that analyse them. */
public final class AccountsRoom implements Room {

  @Override
  public List<Feature> features(Database database, BackendSettings settings) {
    return List.of(
        new AccountsFeature(database, settings.faults()), new WorkflowFeature(settings.faults()));
  }

  @Override
  public Map<String, ErrorFormat> errorFormats() {
    return Map.of(WorkflowFeature.PATH, ErrorFormat.DETAIL);
  }
}
