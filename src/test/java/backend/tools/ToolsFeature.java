package backend.tools;

import static java.util.function.Function.identity;

import backend.jobs.Jobs;
import backend.kit.Feature;
import backend.kit.Json;
import backend.kit.JsonFields;
import backend.marketdata.MarketData;
import backend.queries.Queries;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Model Context Protocol over HTTP: what tools there are, and their calls. */
public final class ToolsFeature implements Feature {

  private static final int LONGEST_NAME = 200;

  private final Map<String, Tool> tools;

  public ToolsFeature(MarketData data, Queries queries, Jobs jobs) {
    Research research = new Research(data, jobs);
    this.tools =
        List.of(
                new SymbolSearch(research),
                new CoinSearch(research, data),
                new TaskStatus(jobs),
                new QueryExecution(queries),
                new CacheWarming(data))
            .stream()
            .collect(Collectors.toMap(Tool::name, identity(), (a, b) -> a, LinkedHashMap::new));
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/mcp/tools", ctx -> ctx.json(list()));
    routes.post("/mcp/tools/call", ctx -> ctx.json(call(ctx)));
  }

  private record ToolList(List<Description> tools) {}

  private record Description(
      String name, String description, @JsonProperty("inputSchema") InputSchema inputSchema) {

    static Description of(Tool tool) {
      return new Description(tool.name(), tool.description(), InputSchema.of(tool.parameters()));
    }
  }

  private record InputSchema(
      String type, Map<String, Parameter.Schema> properties, List<String> required) {

    static InputSchema of(List<Parameter> parameters) {
      Map<String, Parameter.Schema> properties = new LinkedHashMap<>();
      parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
      return new InputSchema(
          "object",
          properties,
          parameters.stream().filter(Parameter::required).map(Parameter::name).toList());
    }
  }

  private record Answer(List<Content> content, @JsonProperty("isError") boolean isError) {

    private record Content(String type, String text) {}

    static Answer of(String text, boolean isError) {
      return new Answer(List.of(new Content("text", text)), isError);
    }
  }

  private ToolList list() {
    return new ToolList(tools.values().stream().map(Description::of).toList());
  }

  private Answer call(Context ctx) throws JsonProcessingException {
    JsonFields body = JsonFields.of(ctx);
    String name = body.text("name", 0, LONGEST_NAME);
    JsonFields arguments = body.nested("arguments");
    body.throwIfInvalid();
    try {
      Tool tool = tool(name);
      Object result = tool.call(Arguments.read(tool.parameters(), arguments.asSent()));
      return Answer.of(Json.mapper().writeValueAsString(result), false);
    } catch (ToolException e) {
      return Answer.of("Error: " + e.getMessage(), true);
    }
  }

  private Tool tool(String name) {
    Tool tool = tools.get(name);
    if (tool == null) {
      throw new ToolException("unknown tool '" + name + "'");
    }
    return tool;
  }
}
