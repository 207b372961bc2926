package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.model.GateLimits;
import loadgate.model.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DroppedPropertiesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -Dloadgate.gates.requests."Open orders".p95=2s | -Dloadgate.gates.requests={"Open orders".p95=...}
          -Dloadgate.gates.requests.Open orders.p95=2s   | -Dloadgate.gates.requests={"Open orders".p95=...}
          loadgate.gates.groups."A / B".mean=2s          | -Dloadgate.gates.groups={"A / B".mean=...}
          -Dloadgate.user-types.shop."my key"            | -Dloadgate.user-types.shop={"my key"=...}
          """)
  void shouldRefuseOneOfOursWhoseNameHasABlank(String word, String allowed) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(new DroppedProperties(List.of("-B", "gatling:test", word))::refuse)
        .withMessageEndingWith(
            ": Gatling's plugin drops a property whose name has a blank; allowed is '"
                + allowed
                + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Dloadgate.gates.requests={\"Open orders\".p95=2s}",
        "-Dloadgate.gates.requests.\"Orders\".p95=2s",
        "-Dtheir.name with=blank",
        "loadgate"
      })
  void shouldLeaveWhatArrivesAndWhatIsNotOurs(String word) {
    assertThatCode(new DroppedProperties(List.of(word))::refuse).doesNotThrowAnyException();
  }

  @Test
  void shouldAnswerAPathThatIsNone() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            new DroppedProperties(List.of("-Dloadgate.gates.requests.\"Open orders=1"))::refuse)
        .withMessage("-Dloadgate.gates.requests.\"Open orders: is not a path of settings");
  }

  /** With the backslashes that Gatling's plugin for Maven puts before quotes. */
  @Test
  void shouldTakeTheFormThatItProposes() {
    Settings settings =
        SettingsFile.valid()
            .load(
                folder,
                Map.of(),
                Map.of("loadgate.gates.requests", "{\\\"Open orders\\\".p95=2s}"));

    assertThat(settings.gates())
        .filteredOn(gate -> gate.userType().equals(Optional.of("requests")))
        .extracting(GateLimits::detail)
        .containsExactly(Optional.of("Open orders"));
  }
}
