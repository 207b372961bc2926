package benchmark;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.function.Function;

/** What is recorded beside the request of the loop. */
enum Variant {
  PLAIN(PingUser::plain),
  GROUP(PingUser::grouped),
  GROUP_AND_METRIC(PingUser::iterate);

  private final Function<PingUser, ChainBuilder> iteration;

  Variant(Function<PingUser, ChainBuilder> iteration) {
    this.iteration = iteration;
  }

  ChainBuilder iteration() {
    return iteration.apply(new PingUser());
  }
}
