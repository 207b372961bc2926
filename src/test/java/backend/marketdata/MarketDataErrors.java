package backend.marketdata;

import backend.kit.ErrorFormat;
import java.util.Map;
import java.util.regex.Pattern;

/** The error bodies of the marketdata target. */
public final class MarketDataErrors implements ErrorFormat {

  private static final Pattern PATHS =
      Pattern.compile("/(health|mcp|api/metrics|api/market/(prices|candles|assets|dsl))(/.*)?");

  @Override
  public boolean covers(String path) {
    return PATHS.matcher(path).matches();
  }

  @Override
  public Object error(int status, String text) {
    return status == 500
        ? Map.of("error", "InternalServerError", "message", text)
        : Map.of("detail", text);
  }
}
