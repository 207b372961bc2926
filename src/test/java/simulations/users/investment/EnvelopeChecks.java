package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;

import io.gatling.javaapi.core.CheckBuilder;
import java.util.List;

/** Checks of the envelope that every answer of the investment API comes in. */
final class EnvelopeChecks {

  static final List<CheckBuilder> SUCCESS =
      List.of(
          jmesPath("success").ofBoolean().is(true).name("envelope does not say success"),
          jsonPath("$.error").isNull().name("envelope of a success has an error"),
          jmesPath("type(data)").not("null").name("envelope has no data"));

  static final List<CheckBuilder> ERROR =
      List.of(
          jmesPath("success").ofBoolean().is(false).name("envelope of an error says success"),
          jmesPath("type(error)").is("string").name("envelope of an error has no error text"),
          jmesPath("contains(keys(@), 'detail') && contains(keys(@), 'code')")
              .ofBoolean()
              .is(true)
              .name("envelope of an error lacks detail or code"),
          jmesPath("type(detail)").in("string", "null").name("detail of an error is no text"),
          jmesPath("type(code)").in("string", "null").name("code of an error is no text"));

  private EnvelopeChecks() {}

  /** The value at a JMESPath is an array. */
  static CheckBuilder array(String path) {
    return jmesPath("type(" + path + ")").is("array").name(path + " is not an array");
  }

  /** The list at a JMESPath has entries. */
  static CheckBuilder notEmpty(String path) {
    return jmesPath("length(" + path + ")").ofInt().gt(0).name(path + " is empty");
  }

  /** The list at a JMESPath is empty. */
  static CheckBuilder none(String path, String complaint) {
    return jmesPath("length(" + path + ")").ofInt().is(0).name(complaint);
  }
}
