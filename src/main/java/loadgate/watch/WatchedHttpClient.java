package loadgate.watch;

import io.gatling.http.action.sse.SseListener;
import io.gatling.http.client.HttpClient;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.SslContextsHolder;
import io.gatling.http.client.WebSocketListener;
import io.gatling.http.client.util.Pair;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Optional;

/**
 * Gatling's HTTP client, which also tells when each request is sent and when its answer is
 * complete, and sends none to a host that is not allowed: wherever the address comes from, be it a
 * base URL, the code of a simulation or a redirect.
 */
final class WatchedHttpClient implements HttpClient {

  private final HttpClient gatling;
  private final Exchanges exchanges;
  private final AllowedHosts hosts;

  WatchedHttpClient(HttpClient gatling, Exchanges exchanges, AllowedHosts hosts) {
    this.gatling = gatling;
    this.exchanges = exchanges;
    this.hosts = hosts;
  }

  @Override
  public void sendRequest(
      Request request,
      long clientId,
      EventLoop eventLoop,
      HttpListener listener,
      SslContextsHolder sslContextsHolder) {
    HttpListener watched = watched(request, clientId, listener);
    Optional<String> refusal = hosts.refusal(request.getUri().getHost());
    if (refusal.isEmpty()) {
      gatling.sendRequest(request, clientId, eventLoop, watched, sslContextsHolder);
    } else {
      eventLoop.execute(() -> refuse(watched, refusal.get()));
    }
  }

  private static void refuse(HttpListener listener, String reason) {
    // As if it were sent: Gatling takes the start of the request from it.
    listener.onSend();
    listener.onThrowable(new HostNotAllowedException(reason));
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public void sendHttp2Requests(
      Pair<Request, HttpListener>[] requestsAndListeners,
      long clientId,
      EventLoop eventLoop,
      SslContextsHolder sslContextsHolder) {
    // Requests that are sent together have the same host.
    Pair[] watched = new Pair[requestsAndListeners.length];
    for (int i = 0; i < watched.length; i++) {
      Request request = requestsAndListeners[i].getLeft();
      watched[i] =
          new Pair<>(request, watched(request, clientId, requestsAndListeners[i].getRight()));
    }
    Optional<String> refusal = hosts.refusal(requestsAndListeners[0].getLeft().getUri().getHost());
    if (refusal.isEmpty()) {
      gatling.sendHttp2Requests(watched, clientId, eventLoop, sslContextsHolder);
    } else {
      for (Pair<Request, HttpListener> refused : watched) {
        eventLoop.execute(() -> refuse(refused.getRight(), refusal.get()));
      }
    }
  }

  private HttpListener watched(Request request, long clientId, HttpListener listener) {
    Exchanges.UnderWay exchange = exchanges.begin(request, clientId, listener);
    return listener instanceof WebSocketListener webSocket
        ? new WatchedWebSocket(exchange, webSocket)
        : new WatchedListener(exchange, listener, listener instanceof SseListener);
  }

  @Override
  public boolean isClosed() {
    return gatling.isClosed();
  }

  @Override
  public void flushClientIdChannels(long clientId, EventLoop eventLoop) {
    gatling.flushClientIdChannels(clientId, eventLoop);
  }

  @Override
  public void close() {
    try {
      gatling.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param stream whether the answer is complete with its header, because events follow without end
   */
  private record WatchedListener(Exchanges.UnderWay exchange, HttpListener gatling, boolean stream)
      implements HttpListener {

    @Override
    public void onSend() {
      gatling.onSend();
    }

    @Override
    public void onWrite(Channel channel) {
      exchange.written(channel);
      gatling.onWrite(channel);
    }

    @Override
    public void onProtocolAwareness(boolean isHttp2) {
      gatling.onProtocolAwareness(isHttp2);
    }

    @Override
    public void onFinalClientRequest(Request request) {
      gatling.onFinalClientRequest(request);
    }

    @Override
    public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {
      exchange.answeredWith(status.code());
      if (stream) {
        exchange.endWithStream(exchange.channel(), () -> gatling.onHttpResponse(status, headers));
      } else {
        gatling.onHttpResponse(status, headers);
      }
    }

    @Override
    public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
      if (last) {
        exchange.end(() -> gatling.onHttpResponseBodyChunk(chunk, true));
      } else {
        gatling.onHttpResponseBodyChunk(chunk, false);
      }
    }

    @Override
    public void onThrowable(Throwable e) {
      exchange.failed();
      exchange.end(() -> gatling.onThrowable(e));
    }
  }

  /** The answer to the request of a WebSocket is complete when the socket opens. */
  private static final class WatchedWebSocket extends WebSocketListener {

    private final Exchanges.UnderWay exchange;
    private final WebSocketListener gatling;

    WatchedWebSocket(Exchanges.UnderWay exchange, WebSocketListener gatling) {
      this.exchange = exchange;
      this.gatling = gatling;
    }

    @Override
    public void openWebSocket(Channel channel) {
      exchange.endWithStream(channel, () -> gatling.openWebSocket(channel));
    }

    @Override
    public void onSend() {
      gatling.onSend();
    }

    @Override
    public void onWrite(Channel channel) {
      exchange.written(channel);
      gatling.onWrite(channel);
    }

    @Override
    public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {
      exchange.answeredWith(status.code());
      gatling.onHttpResponse(status, headers);
    }

    @Override
    public void onThrowable(Throwable e) {
      exchange.failed();
      exchange.end(() -> gatling.onThrowable(e));
    }

    @Override
    public void onWebSocketOpen() {
      gatling.onWebSocketOpen();
    }

    @Override
    public void onTextFrame(TextWebSocketFrame frame) {
      gatling.onTextFrame(frame);
    }

    @Override
    public void onBinaryFrame(BinaryWebSocketFrame frame) {
      gatling.onBinaryFrame(frame);
    }

    @Override
    public void onPongFrame(PongWebSocketFrame frame) {
      gatling.onPongFrame(frame);
    }

    @Override
    public void onCloseFrame(CloseWebSocketFrame frame) {
      gatling.onCloseFrame(frame);
    }
  }
}
