package backend.marketdata;

import backend.kit.ErrorFormat;
import java.util.Map;

/** The error bodies of the marketdata target. */
final class MarketDataErrors implements ErrorFormat {

  @Override
  public Object error(int status, String text) {
    return status == 500
        ? Map.of("error", "InternalServerError", "message", text)
        : Map.of("detail", text);
  }
}
