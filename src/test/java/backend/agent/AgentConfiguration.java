package backend.agent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * How the agent is set up.
 *
 * @param snapshotId {@code cfg-} and eight hexadecimal digits, the same for the same configuration
 * @param timeout in seconds
 */
record AgentConfiguration(
    String snapshotId,
    Instant timestamp,
    String model,
    double temperature,
    int maxTokens,
    int timeout,
    int maxRetries,
    boolean enabled,
    Map<String, Object> metadata) {

  private record Values(
      String model, double temperature, int maxTokens, int timeout, int maxRetries) {

    String id() {
      CRC32 checksum = new CRC32();
      checksum.update(toString().getBytes(StandardCharsets.UTF_8));
      return String.format("cfg-%08x", checksum.getValue());
    }
  }

  private static final Values CURRENT = new Values("model-v1", 0.3, 500, 30, 3);

  static AgentConfiguration current() {
    return new AgentConfiguration(
        CURRENT.id(),
        Instant.now(),
        CURRENT.model,
        CURRENT.temperature,
        CURRENT.maxTokens,
        CURRENT.timeout,
        CURRENT.maxRetries,
        true,
        Map.of());
  }
}
