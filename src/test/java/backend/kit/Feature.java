package backend.kit;

import io.javalin.config.RoutesConfig;

/** A part of the backend: its endpoints, its tables and its background work. */
public interface Feature extends AutoCloseable {

  void addRoutes(RoutesConfig routes);

  /** Ends the background work, if there is any. */
  @Override
  default void close() {}
}
