package backend.kit;

import io.javalin.config.RoutesConfig;

/** One part of the backend: its tables, its background work and its endpoints. */
public interface Feature extends AutoCloseable {

  void addRoutes(RoutesConfig routes);

  /** Ends the background work, if there is any. */
  @Override
  default void close() {}
}
