package loadgate.watch;

import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.config.HttpConfiguration;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import scala.concurrent.duration.FiniteDuration;

/** Gatling's settings with another time-out of HTTP requests. */
final class RequestTimeout {

  private RequestTimeout() {}

  static GatlingConfiguration in(GatlingConfiguration gatling, Duration timeout) {
    HttpConfiguration http = gatling.http();
    return new GatlingConfiguration(
        gatling.core(),
        gatling.socket(),
        gatling.netty(),
        gatling.ssl(),
        gatling.reports(),
        new HttpConfiguration(
            http.fetchedCssCacheMaxCapacity(),
            http.fetchedHtmlCacheMaxCapacity(),
            http.perUserCacheMaxCapacity(),
            http.warmUpUrl(),
            http.pooledConnectionIdleTimeout(),
            FiniteDuration.apply(timeout.toMillis(), TimeUnit.MILLISECONDS),
            http.enableHostnameVerification(),
            http.dns()),
        gatling.jms(),
        gatling.data());
  }
}
