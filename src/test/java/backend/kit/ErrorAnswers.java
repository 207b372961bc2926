package backend.kit;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Turns exceptions into answers in the error format of the contract that owns the path.
 *
 * @param formats by path; each also holds for the paths below it that have none of their own
 */
record ErrorAnswers(Map<String, ErrorFormat> formats) {

  static final String INTERNAL = "Internal server error";

  void addTo(RoutesConfig routes) {
    routes.exception(
        ApiException.class,
        (e, ctx) -> {
          if (e.status == 401) {
            ctx.header("WWW-Authenticate", "Bearer");
          }
          answer(ctx, e.status, e.getMessage());
        });
    routes.exception(
        ValidationException.class, (e, ctx) -> ctx.status(422).json(formatFor(ctx).invalid(e)));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> answer(ctx, e.getStatus(), HttpStatus.forStatus(e.getStatus()).getMessage()));
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LoggerFactory.getLogger(ErrorAnswers.class)
              .error("{} {} failed", ctx.method(), ctx.path(), e);
          answer(ctx, 500, INTERNAL);
        });
  }

  private void answer(Context ctx, int status, String text) {
    ctx.status(status).json(formatFor(ctx).error(status, text));
  }

  private ErrorFormat formatFor(Context ctx) {
    return Stream.iterate(ctx.path(), path -> !path.isEmpty(), ErrorAnswers::parent)
        .map(formats::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(ErrorFormat.DETAIL);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
