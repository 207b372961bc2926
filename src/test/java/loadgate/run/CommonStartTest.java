package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import loadgate.model.InjectorShare;
import loadgate.model.SettingsException;
import loadgate.settings.InjectorSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommonStartTest {

  private static final InjectorShare SHARE = new InjectorShare(0, 2);

  @TempDir private Path folder;

  @Test
  void shouldStartAtOnceWhenNothingIsAgreed() {
    assertThat(CommonStart.await(told(Optional.empty(), Optional.empty())))
        .isEqualTo(new CommonStart(false, OptionalLong.empty()));
  }

  @Test
  void shouldBeLateForAStartThatIsOver() {
    Optional<Instant> minuteAgo = Optional.of(Instant.now().minusSeconds(60));

    assertThat(CommonStart.await(told(minuteAgo, Optional.empty())).late()).isTrue();
  }

  @Test
  void shouldBeInTimeForAStartToCome() {
    Optional<Instant> soon = Optional.of(Instant.now().plusMillis(200));

    assertThat(CommonStart.await(told(soon, Optional.empty())).late()).isFalse();
  }

  @Test
  void shouldSayWhoIsMissingWhenTheBarrierStaysShut() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> CommonStart.await(told(Optional.empty(), Optional.of(folder.toString()))))
        .withMessage(
            "-Dbarrier: not open after 0 s: without injector 1; -DbarrierTimeout says how long to"
                + " wait");
  }

  @Test
  void shouldRefuseAnotherKindOfBarrier() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> CommonStart.await(told(Optional.empty(), Optional.of("https://a:1"))))
        .withMessage("-Dbarrier: \"https://a:1\" is neither a folder nor an http:// URL");
  }

  private static InjectorSettings told(Optional<Instant> startAt, Optional<String> barrier) {
    return new InjectorSettings(SHARE, startAt, barrier, Duration.ZERO);
  }
}
