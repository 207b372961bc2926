package backend.kit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One field of a request that breaks a rule.
 *
 * @param type kind of the violation, such as {@code missing}
 * @param location where it is, from the outside in, such as body, username
 * @param message what is allowed
 * @param input what was sent, null when nothing was
 */
public record Violation(
    String type,
    @JsonProperty("loc") List<String> location,
    @JsonProperty("msg") String message,
    Object input) {

  /** The innermost part of the location. */
  public String field() {
    return location.get(location.size() - 1);
  }
}
