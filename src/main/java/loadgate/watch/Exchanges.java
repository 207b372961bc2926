package loadgate.watch;

import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The requests that are under way over HTTP. */
final class Exchanges {

  private static final int FIRST_ERROR_STATUS = 400;

  /** The one whose end is being handled by this thread, until Gatling has logged it. */
  private static final ThreadLocal<UnderWay> ENDING = new ThreadLocal<>();

  private final Users users;
  private final Function<String, Outcomes> outcomes;
  private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();

  /**
   * @param outcomes by the name of a scenario
   */
  Exchanges(Users users, Function<String, Outcomes> outcomes) {
    this.users = users;
    this.outcomes = outcomes;
  }

  UnderWay begin(Request request, long clientId, HttpListener listener) {
    UnderWay exchange = new UnderWay(Exchange.of(request, clientId, listener, users));
    exchange.begin();
    return exchange;
  }

  /** Gatling has logged a response in this thread. */
  static void logged(boolean ok) {
    UnderWay ending = ENDING.get();
    if (ending != null) {
      ending.logged(ok);
      ENDING.remove();
    }
  }

  /** Whether the answer that this thread handles is another one than the target sent. */
  static boolean isTransformed() {
    UnderWay ending = ENDING.get();
    return ending != null && ending.exchange.transforms();
  }

  /** Those that have not ended. */
  List<Exchange> open() {
    return underWay.stream().map(UnderWay::exchange).toList();
  }

  /** A request and what is known of its answer. */
  final class UnderWay {

    private final Exchange exchange;
    private volatile Channel channel;
    private int status;
    private boolean failed;
    private Optional<Boolean> logged = Optional.empty();

    private UnderWay(Exchange exchange) {
      this.exchange = exchange;
    }

    Exchange exchange() {
      return exchange;
    }

    private void begin() {
      underWay.add(this);
      exchange
          .user()
          .ifPresent(
              user -> {
                user.sent();
                outcomes.apply(user.scenario()).sent(user.scenario());
              });
    }

    void written(Channel to) {
      channel = to;
    }

    /** That the request was written to. */
    Channel channel() {
      return channel;
    }

    void answeredWith(int statusCode) {
      status = statusCode;
    }

    void failed() {
      failed = true;
    }

    private void logged(boolean ok) {
      logged = Optional.of(ok);
    }

    /** Lets Gatling handle the end of the answer. */
    void end(Runnable gatling) {
      if (!underWay.remove(this)) {
        gatling.run();
        return;
      }
      exchange
          .user()
          .ifPresent(user -> outcomes.apply(user.scenario()).ended(user.scenario(), status > 0));
      UnderWay outer = ENDING.get();
      ENDING.set(this);
      try {
        gatling.run();
      } finally {
        ENDING.set(outer);
        exchange.user().ifPresent(this::ended);
      }
    }

    /** As {@link #end}, of a request whose connection stays open for what the target will send. */
    void endWithStream(Channel stream, Runnable gatling) {
      exchange
          .user()
          .ifPresent(
              user -> {
                Outcomes all = outcomes.apply(user.scenario());
                user.listens();
                all.silence().sent(System.currentTimeMillis());
                stream
                    .closeFuture()
                    .addListener(
                        closed -> {
                          user.listensNoMore();
                          all.silence().ended(System.currentTimeMillis());
                        });
              });
      end(gatling);
    }

    private void ended(WatchedUser user) {
      Outcomes all = outcomes.apply(user.scenario());
      boolean ok = logged.orElse(!failed && status < FIRST_ERROR_STATUS);
      if (logged.isEmpty()) {
        all.silentRequest(exchange.name(), ok);
      }
      if (channel != null) {
        all.requestOver(channel, ok);
      }
    }
  }
}
