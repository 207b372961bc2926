package backend.tasks;

import backend.kit.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a worker can do. */
enum TaskKind {
  /** Gives every text of a collection an id. */
  INGEST {
    @Override
    JsonNode perform(JsonNode payload) {
      ArrayNode ids = Json.mapper().createArrayNode();
      payload.path("texts").forEach(text -> ids.add(UUID.randomUUID().toString()));
      ObjectNode result = Json.mapper().createObjectNode();
      result.set("collection", payload.path("collection"));
      result.put("count", ids.size());
      result.set("document_ids", ids);
      return result;
    }
  },
  /** Returns its payload. */
  ECHO {
    @Override
    JsonNode perform(JsonNode payload) {
      return payload;
    }
  },
  /** Fails, for whoever wants to see a failure. */
  FAIL {
    @Override
    JsonNode perform(JsonNode payload) {
      throw new IllegalStateException("asked to fail");
    }
  };

  abstract JsonNode perform(JsonNode payload);

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(TaskKind::word).toList();
  }

  static TaskKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
