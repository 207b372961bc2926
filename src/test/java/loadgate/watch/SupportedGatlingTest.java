package loadgate.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import loadgate.model.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportedGatlingTest {

  @Test
  void shouldRunWithTheGatlingOfThisBuildWithoutAWord() {
    assertThat(SupportedGatling.check()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.14.3", "3.14.9", "3.15.1", "3.15.2-SNAPSHOT"})
  void shouldRunWithKnownVersionsWithoutAWord(String version) {
    assertThat(SupportedGatling.check(version, Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.13.5", "3.9.5", "2.3.1"})
  void shouldRefuseOlderOnes(String version) {
    assertThatThrownBy(() -> SupportedGatling.check(version, Optional.empty()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "class path: has Gatling "
                + version
                + ", which loadgate cannot run with: it is too old; allowed are 3.14 to 3.15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.16.0", "4.0.1"})
  void shouldRunWithNewerOnesOfTheSameInterfacesWithANote(String version) {
    assertThat(SupportedGatling.check(version, Optional.empty()))
        .hasValue("Gatling " + version + " is newer than those that loadgate was tried with");
  }

  @Test
  void shouldRefuseANewerOneOfOtherInterfaces() {
    assertThatThrownBy(() -> SupportedGatling.check("3.16.0", Optional.of("stop")))
        .hasMessageContaining("its interfaces have changed (stop)");
  }
}
