package loadgate.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import loadgate.model.SettingsException;
import loadgate.settings.KnownNames;
import org.junit.jupiter.api.Test;

class UserTypeCatalogTest {

  @Test
  void shouldSayThatClassesCannotBeReadWhenTheRunningOneWasNotFound() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> UserTypeCatalog.check(new KnownNames(Set.of(), Set.of()), getClass()))
        .withMessageContaining("cannot be read")
        .withMessageContaining("ulimit -n");
  }

  @Test
  void shouldNotLookForASimulationThatIsInAJar() {
    KnownNames found = new KnownNames(Set.of(), Set.of("UserTypeCatalogTest"));

    assertThatCode(() -> UserTypeCatalog.check(found, getClass())).doesNotThrowAnyException();
    assertThatCode(() -> UserTypeCatalog.check(found, Test.class)).doesNotThrowAnyException();
  }
}
