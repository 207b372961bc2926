package backend.application;

import backend.kit.BackendSettings;
import backend.kit.Database;
import backend.kit.ErrorFormat;
import backend.kit.Feature;
import backend.kit.Room;
import java.util.List;
import java.util.Map;

/** The application backend. */
public final class ApplicationRoom implements Room {

  @Override
  public List<Feature> features(Database database, BackendSettings settings) {
    return List.of(new ApplicationFeature(database, settings));
  }

  @Override
  public Map<String, ErrorFormat> errorFormats() {
    return Map.of("/api/v1", ErrorFormat.DETAIL);
  }
}
