package backend.application;

import backend.kit.BackendSettings;
import backend.kit.Database;
import backend.kit.Feature;
import backend.kit.Part;
import backend.kit.WorkQueue;
import io.javalin.config.RoutesConfig;

/** The application target: health probes, accounts with sessions, and a task queue. */
public final class ApplicationFeature implements Feature {

  private static final int WORKERS = 4;

  private final Database database;
  private final RefreshSessions sessions;
  private final AuthFeature auth;
  private final WorkQueue queue;

  ApplicationFeature(Database database, BackendSettings settings) {
    this.database = database;
    Accounts accounts = new Accounts(database, settings.bcryptCost());
    this.sessions = new RefreshSessions(database, settings.faults().works(Part.REVOCATION));
    this.auth = new AuthFeature(accounts, new Tokens(settings.accessTokenLifetime()), sessions);
    this.queue =
        new WorkQueue(
            "worker",
            settings.faults().works(Part.WORKERS) ? WORKERS : 0,
            settings.faults().workDelay());
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    new HealthFeature(database, queue).addRoutes(routes);
    auth.addRoutes(routes);
    new TasksFeature(queue).addRoutes(routes);
  }

  /** Sessions that could still be refreshed, which is what a load test must not leave behind. */
  public long liveSessions() {
    return sessions.live();
  }

  @Override
  public void close() {
    queue.close();
  }
}
