package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;

import io.gatling.javaapi.core.CheckBuilder;
import java.util.List;

/** Checks of the envelope that every answer of the investment API comes in. */
final class EnvelopeChecks {

  static final List<CheckBuilder> SUCCESS =
      List.of(
          jmesPath("success").ofBoolean().is(true),
          jsonPath("$.error").isNull(),
          jmesPath("type(data)").not("null"));

  static final List<CheckBuilder> ERROR =
      List.of(
          jmesPath("success").ofBoolean().is(false),
          jmesPath("type(error)").is("string"),
          jmesPath("contains(keys(@), 'detail') && contains(keys(@), 'code')").ofBoolean().is(true),
          jmesPath("type(detail)").in("string", "null"),
          jmesPath("type(code)").in("string", "null"));

  private EnvelopeChecks() {}

  /** The value at a JMESPath is an array. */
  static CheckBuilder array(String path) {
    return jmesPath("type(" + path + ")").is("array");
  }
}
