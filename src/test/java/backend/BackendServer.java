package backend;

import backend.kit.BackendSettings;
import backend.kit.Database;
import backend.kit.ErrorFormat;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.HttpServer;
import backend.kit.Leak;
import backend.kit.Room;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One running backend with a database of its own; several can run in one process. */
public final class BackendServer implements AutoCloseable {

  private final HttpServer http;
  private final Database database = Database.inMemory();
  private final Leak leak;
  private final List<Feature> features = new ArrayList<>();

  private BackendServer(HttpServer http, BackendSettings settings) {
    this.http = http;
    Map<String, ErrorFormat> errorFormats = new HashMap<>();
    for (Room room : Rooms.find()) {
      features.addAll(room.features(database, settings));
      errorFormats.putAll(room.errorFormats());
    }
    Faults faults = settings.faults();
    http.serve(faults, errorFormats, features);
    leak = new Leak(faults.leak());
  }

  /**
   * Starts to serve on 127.0.0.1.
   *
   * @throws backend.kit.InvalidSettingException if the port is taken
   */
  public static BackendServer start(BackendSettings settings) {
    return new BackendServer(new HttpServer(settings.port()), settings);
  }

  /** Such as {@code http://127.0.0.1:8000}, without a slash at the end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + http.port();
  }

  /**
   * Its feature of this class.
   *
   * @throws java.util.NoSuchElementException if no room has one
   */
  public <T extends Feature> T feature(Class<T> type) {
    return features.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  /**
   * Requests that arrived so far, by method and path template, such as {@code GET
   * /api/v1/tasks/{task_id}/status}; a path that nobody serves counts under itself.
   */
  public Map<String, Long> requests() {
    return http.requests();
  }

  /** Stops at once: requests in flight lose their connection, the data is gone. */
  @Override
  public void close() {
    http.close();
    features.forEach(Feature::close);
    database.close();
    leak.close();
  }
}
