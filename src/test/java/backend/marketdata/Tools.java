package backend.marketdata;

import backend.kit.ApiException;
import backend.kit.Json;
import backend.kit.JsonFields;
import backend.kit.ValidationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers tool calls of the Model Context Protocol over HTTP; a failed call is a 200 too. */
final class Tools {

  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST_SYMBOLS = 100;

  private final MarketData data;
  private final Queries queries;

  Tools(MarketData data, Queries queries) {
    this.data = data;
    this.queries = queries;
  }

  /** {@code narrative} is null for a quick search and for an unknown symbol. */
  private record Findings(String symbol, Price cached, Lineage dataLineage, Narrative narrative) {}

  private record Lineage(List<String> providers) {}

  /** Answers {@code POST /mcp/tools/call}. */
  void call(Context ctx) throws JsonProcessingException {
    JsonFields body = JsonFields.of(ctx);
    String tool = body.text("name", 1, LONGEST_TEXT);
    JsonFields arguments = body.nested("arguments");
    body.throwIfInvalid();
    try {
      answer(ctx, Json.mapper().writeValueAsString(call(tool, arguments)), false);
    } catch (ApiException | ValidationException e) {
      answer(ctx, "Error: " + e.getMessage(), true);
    }
  }

  private static void answer(Context ctx, String text, boolean isError) {
    ctx.json(Map.of("content", List.of(Map.of("type", "text", "text", text)), "isError", isError));
  }

  private Object call(String tool, JsonFields arguments) {
    return switch (tool) {
      case "search-by-symbol", "search-by-coin" -> search(arguments);
      case "execute-fk-dsl" -> query(arguments);
      case "get-task-status" -> task(arguments);
      case "warm-cache" -> warmCache(arguments);
      default -> throw new ApiException(404, "unknown tool '" + tool + "'");
    };
  }

  private Findings search(JsonFields arguments) {
    String symbol = arguments.text("symbol", 1, LONGEST_TEXT).toUpperCase(Locale.ROOT);
    String depth = arguments.choice("depth", "standard", List.of("quick", "standard", "deep"));
    arguments.throwIfInvalid();
    Price price = data.price(symbol);
    return new Findings(
        symbol,
        price,
        new Lineage(price.present() ? List.of(price.source()) : List.of()),
        Asset.find(symbol)
            .filter(known -> price.present() && !depth.equals("quick"))
            .map(known -> data.narrative(known, depth.equals("deep")))
            .orElse(null));
  }

  private Queries.State query(JsonFields arguments) {
    String query = arguments.text("query", 1, LONGEST_TEXT);
    boolean async = arguments.flag("async", true);
    arguments.throwIfInvalid();
    return async ? queries.submit(query) : queries.execute(query);
  }

  private Queries.State task(JsonFields arguments) {
    String id = arguments.text("taskId", 1, LONGEST_TEXT);
    arguments.throwIfInvalid();
    return queries.task(id);
  }

  private Map<String, Boolean> warmCache(JsonFields arguments) {
    List<String> symbols = arguments.texts("symbols", 1, MOST_SYMBOLS);
    arguments.throwIfInvalid();
    Map<String, Boolean> warmed = new LinkedHashMap<>();
    symbols.forEach(symbol -> warmed.put(symbol, data.price(symbol).present()));
    return warmed;
  }
}
