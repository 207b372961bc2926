package loadgate.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import loadgate.model.Decimal;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.LoadProfile;
import loadgate.model.Stage;

/**
 * A fingerprint of what a run was told: runs with the same one had the same load, weights, gates
 * and options of user types, wherever in the settings these were written and in whichever order.
 * Neither the profile's name nor the target is part of it.
 */
final class SettingsHash {

  private SettingsHash() {}

  /**
   * The SHA-256 of {@link #canonical} in hexadecimal digits.
   *
   * @param options what user types are told, by name; those that are told nothing are left out
   * @param injection how a simulation that brings its own load injects its users; else empty
   */
  static String of(
      LoadProfile profile, List<GateLimits> gates, Map<String, String> options, String injection) {
    try {
      byte[] text = canonical(profile, gates, options, injection).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The same text for all settings that mean the same. JSON, because names may hold anything. */
  static String canonical(
      LoadProfile profile, List<GateLimits> gates, Map<String, String> options, String injection) {
    ObjectNode told = object().put("model", profile.model().name());
    ArrayNode stages = told.putArray("stages");
    profile.stages().forEach(stage -> stages.add(canonical(stage)));
    ObjectNode weights = told.putObject("weights");
    new TreeMap<>(profile.weights())
        .forEach(
            (userType, weight) -> {
              // A user type without a weight has none.
              if (weight != 0) {
                weights.put(userType, weight);
              }
            });
    // Without any it says nothing, so that earlier runs keep their fingerprints.
    if (!profile.background().isEmpty()) {
      ObjectNode background = told.putObject("background");
      new TreeMap<>(profile.background()).forEach(background::put);
    }
    if (!options.isEmpty()) {
      ObjectNode userTypes = told.putObject("userTypes");
      new TreeMap<>(options).forEach(userTypes::put);
    }
    if (!injection.isEmpty()) {
      told.put("injection", injection);
    }
    ArrayNode limits = told.putArray("gates");
    gates.stream()
        .map(SettingsHash::canonical)
        .sorted(Comparator.comparing(JsonNode::toString))
        .forEach(limits::add);
    return told.toString();
  }

  private static ObjectNode canonical(Stage stage) {
    ObjectNode node =
        object().put("target", stage.target()).put("millis", stage.duration().toMillis());
    stage.changePerSecond().ifPresent(change -> node.put("changePerSecond", change));
    return node;
  }

  private static ObjectNode canonical(GateLimits gate) {
    ObjectNode node = object();
    gate.userType().ifPresent(userType -> node.put("userType", userType));
    gate.detail().ifPresent(detail -> node.put("detail", detail));
    node.put("measure", gate.measure().name());
    gate.fail().ifPresent(limit -> put(node, "fail", limit));
    gate.warn().ifPresent(limit -> put(node, "warn", limit));
    return node.put("minSamples", gate.minSamples());
  }

  /** A limit that is broken when it is reached says so by being a number, as it always was. */
  private static void put(ObjectNode node, String tier, Limit limit) {
    if (limit.inclusive()) {
      node.put(tier, limit.sign() + " " + Decimal.text(limit.value()));
    } else {
      node.put(tier, limit.value());
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
