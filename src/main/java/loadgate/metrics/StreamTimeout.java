package loadgate.metrics;

import io.gatling.core.action.Action;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.action.sse.SseConnect;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.request.builder.HttpAttributes;
import io.gatling.http.request.builder.HttpRequestExpressionBuilder;
import io.gatling.http.request.builder.sse.SseConnectRequestBuilder;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.http.SseConnectActionBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

/**
 * Gives an event stream a time-out. Gatling waits for the response header of a stream without any,
 * so a user whose stream is never answered would be stuck, and nothing would be recorded.
 */
public final class StreamTimeout {

  private StreamTimeout() {}

  /**
   * The stream with a time-out from its request to its end. When that is over, the connection is
   * closed; the request that was waited for, the connection or a check, is recorded as failed.
   */
  public static ActionBuilder within(Duration timeout, SseConnectActionBuilder stream) {
    SseConnectRequestBuilder request = (SseConnectRequestBuilder) stream.asScala();
    return () ->
        new io.gatling.core.action.builder.ActionBuilder() {
          @Override
          public Action build(ScenarioContext context, Action next) {
            return connect(request, timeout, context, next);
          }
        };
  }

  /** As Gatling's own builder does it, but for the time-out. */
  private static Action connect(
      SseConnectRequestBuilder request, Duration timeout, ScenarioContext context, Action next) {
    HttpComponents http = request.lookUpHttpComponents(context.protocolComponentsRegistry());
    HttpAttributes none = HttpAttributes.Empty();
    HttpAttributes timed =
        new HttpAttributes(
            none.checks(),
            none.ignoreProtocolChecks(),
            none.silent(),
            none.followRedirect(),
            none.responseTransformer(),
            none.explicitResources(),
            Option.apply(FiniteDuration.apply(timeout.toMillis(), TimeUnit.MILLISECONDS)));
    return new SseConnect(
        request.commonAttributes().requestName(),
        request.sseName(),
        new HttpRequestExpressionBuilder(
                request.commonAttributes(),
                request.bodyAttributes(),
                timed,
                http.httpCaches(),
                http.httpProtocol(),
                context.coreComponents().configuration())
            .build(),
        request.checkSequences(),
        context.coreComponents(),
        http,
        next);
  }
}
