package backend.copilot;

import backend.kit.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One event of a stream.
 *
 * @param event the same as the type
 * @param seq from 1
 */
record Frame(String type, String event, int seq, ObjectNode data, Instant timestamp) {

  static Frame now(String type, int seq, ObjectNode data) {
    return new Frame(type, type, seq, data, Instant.now());
  }

  /** As it goes over the wire: a data line and an empty line. */
  byte[] bytes() {
    try {
      String json = Json.mapper().writeValueAsString(this);
      return ("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
