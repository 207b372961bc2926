package backend;

import backend.accounts.AccountsFeature;
import backend.accounts.WorkflowFeature;
import backend.agent.AgentFeatures;
import backend.application.ApplicationFeature;
import backend.investment.EnvelopeErrors;
import backend.investment.InvestmentFeatures;
import backend.kit.BackendSettings;
import backend.kit.Database;
import backend.kit.ErrorFormat;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.HttpServer;
import backend.kit.Leak;
import backend.marketdata.MarketDataErrors;
import backend.marketdata.MarketDataFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One running backend with a database of its own; several can run in one process. */
public final class BackendServer implements AutoCloseable {

  private static final List<ErrorFormat> ERROR_FORMATS =
      List.of(
          new MarketDataErrors(),
          path -> path.startsWith(WorkflowFeature.PATH),
          new EnvelopeErrors(),
          path -> true);

  private final HttpServer http;
  private final Database database = Database.inMemory();
  private final Leak leak;
  private final ApplicationFeature application;
  private final List<Feature> features = new ArrayList<>();

  private BackendServer(HttpServer http, BackendSettings settings) {
    this.http = http;
    Faults faults = settings.faults();
    application = new ApplicationFeature(database, settings);
    features.add(application);
    features.addAll(InvestmentFeatures.create(database, faults));
    features.addAll(AgentFeatures.create(faults));
    features.add(new AccountsFeature(database, faults));
    features.add(new WorkflowFeature(faults));
    features.add(new MarketDataFeature(faults));
    http.serve(faults, ERROR_FORMATS, features);
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

  /** Refresh sessions that are neither revoked nor expired. */
  public long liveRefreshSessions() {
    return application.liveSessions();
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
