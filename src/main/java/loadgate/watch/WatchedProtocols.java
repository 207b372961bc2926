package loadgate.watch;

import io.gatling.core.CoreComponents;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.protocol.ProtocolKey;
import io.gatling.http.cache.HttpCaches;
import io.gatling.http.engine.HttpClientFactory;
import io.gatling.http.engine.HttpEngine;
import io.gatling.http.engine.response.DefaultStatsProcessor;
import io.gatling.http.engine.tx.HttpTxExecutor;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.protocol.HttpProtocol;
import io.gatling.http.protocol.HttpProtocol$;
import io.gatling.http.util.SslContextsFactory;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.lang.reflect.Field;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import loadgate.model.SettingsException;
import scala.Function1;
import scala.collection.mutable.HashMap;
import scala.runtime.BoxedUnit;

/**
 * The protocols of a simulation as its users get them: with a log of requests that is watched, and
 * of HTTP with a client that is watched and what every request is to have.
 */
final class WatchedProtocols {

  private final CoreComponents core;
  private final UnaryOperator<HttpProtocolBuilder> guards;
  private final HashMap<ProtocolKey<?, ?>, Function1<Protocol, ProtocolComponents>> factories =
      new HashMap<>();
  private final HashMap<ProtocolKey<?, ?>, Protocol> defaults = new HashMap<>();

  /** One for each scenario, whose parts share connections and name resolution. */
  private final Map<ProtocolComponentsRegistry, ProtocolComponentsRegistry> watched =
      new IdentityHashMap<>();

  /**
   * @param core with the log of requests that is watched
   * @param guards adds to the protocol of all HTTP requests
   */
  WatchedProtocols(
      CoreComponents core,
      Exchanges exchanges,
      AllowedHosts hosts,
      UnaryOperator<HttpProtocolBuilder> guards) {
    this.core = core;
    this.guards = guards;
    factories.put(HttpProtocol$.MODULE$.HttpProtocolKey(), http(core, exchanges, hosts));
  }

  /** As Gatling's own key makes it, but for the client. */
  private static Function1<Protocol, ProtocolComponents> http(
      CoreComponents core, Exchanges exchanges, AllowedHosts hosts) {
    var configuration = core.configuration();
    var ssl =
        new SslContextsFactory(
            configuration.ssl(), configuration.http().enableHostnameVerification());
    var client =
        new WatchedHttpClient(
            new HttpClientFactory(ssl, configuration).newClient(), exchanges, hosts);
    var engine = new HttpEngine(ssl, client, core.eventLoopGroup(), core.clock(), configuration);
    core.actorSystem()
        .registerOnTermination(
            () -> {
              engine.close();
              return BoxedUnit.UNIT;
            });
    var caches = new HttpCaches(core.clock(), configuration);
    var stats = new DefaultStatsProcessor(core.statsEngine());
    return protocol -> {
      HttpProtocol http = (HttpProtocol) protocol;
      HttpComponents components =
          new HttpComponents(
              http, engine, caches, new HttpTxExecutor(core, engine, caches, stats, http));
      engine.warmUp(components);
      return components;
    };
  }

  /** The components of a scenario's protocols, in place of those that Gatling would use. */
  ProtocolComponentsRegistry of(ProtocolComponentsRegistry gatling) {
    return watched.computeIfAbsent(gatling, this::made);
  }

  @SuppressWarnings("unchecked")
  private ProtocolComponentsRegistry made(ProtocolComponentsRegistry gatling) {
    var protocols = protocols(gatling);
    Class<? extends Protocol> key = HttpProtocol.class;
    Protocol http =
        protocols.getOrElse(key, () -> HttpProtocol$.MODULE$.apply(core.configuration()));
    return new ProtocolComponentsRegistry(
        core,
        protocols.updated(key, guards.apply(builder((HttpProtocol) http)).protocol()),
        factories,
        defaults);
  }

  private static HttpProtocolBuilder builder(HttpProtocol http) {
    return new HttpProtocolBuilder(
        new io.gatling.http.protocol.HttpProtocolBuilder(http, false, false));
  }

  /** All that a scenario uses, which Gatling keeps to itself. */
  @SuppressWarnings("unchecked")
  static scala.collection.immutable.Map<Class<? extends Protocol>, Protocol> protocols(
      ProtocolComponentsRegistry gatling) {
    try {
      Field protocols = ProtocolComponentsRegistry.class.getDeclaredField("protocols");
      protocols.setAccessible(true);
      return (scala.collection.immutable.Map<Class<? extends Protocol>, Protocol>)
          protocols.get(gatling);
    } catch (ReflectiveOperationException e) {
      throw new SettingsException("Gatling", "this version hides its protocols: " + e);
    }
  }
}
