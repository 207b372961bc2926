package backend.kit;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Random;

/** Answers a share of all requests with 500, drawn anew for each, in the same order every run. */
final class InjectedErrors implements Handler {

  private final double share;
  private final Random draw = new Random(1);

  /** {@code share} is from 0 to 1. */
  InjectedErrors(double share) {
    this.share = share;
  }

  @Override
  public void handle(Context ctx) {
    if (draw.nextDouble() < share) {
      throw ApiException.serverError(ErrorAnswers.INTERNAL);
    }
  }
}
