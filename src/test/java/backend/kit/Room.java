package backend.kit;

import java.util.List;
import java.util.Map;

/**
 * What the backend has of one target. The server finds the classes {@code backend.<target>.*Room},
 * so a room needs a public constructor without parameters and no mention elsewhere.
 */
public interface Room {

  /** Creates its features, once per server. */
  List<Feature> features(Database database, BackendSettings settings);

  /**
   * How it writes errors, by path. An entry holds for its path and all paths below it that have no
   * entry of their own, in whatever room; without any, errors are {@code {"detail": ...}}.
   */
  default Map<String, ErrorFormat> errorFormats() {
    return Map.of();
  }
}
