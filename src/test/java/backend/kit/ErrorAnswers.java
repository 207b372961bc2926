package backend.kit;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns exceptions into answers in the error format of the contract that owns the path. */
final class ErrorAnswers {

  static final String INTERNAL = "Internal server error";

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private final List<ErrorFormat> formats;

  /** The first format that covers a path is used; the last one must cover all. */
  ErrorAnswers(List<ErrorFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  void addTo(RoutesConfig routes) {
    routes.exception(ApiException.class, this::answer);
    routes.exception(
        ValidationException.class,
        (e, ctx) -> ctx.status(422).json(formatFor(ctx.path()).invalid(e.violations())));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> answer(ctx, e.getStatus(), HttpStatus.forStatus(e.getStatus()).getMessage()));
    routes.exception(Exception.class, this::answerUnexpected);
  }

  private void answer(ApiException e, Context ctx) {
    if (e.bearerChallenge()) {
      ctx.header("WWW-Authenticate", "Bearer");
    }
    answer(ctx, e.status(), e.getMessage());
  }

  private void answerUnexpected(Exception e, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
    answer(ctx, 500, INTERNAL);
  }

  private void answer(Context ctx, int status, String text) {
    ctx.status(status).json(formatFor(ctx.path()).error(status, text));
  }

  private ErrorFormat formatFor(String path) {
    return formats.stream().filter(format -> format.covers(path)).findFirst().orElseThrow();
  }
}
