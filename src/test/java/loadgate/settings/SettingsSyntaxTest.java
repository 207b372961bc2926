package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import loadgate.model.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file as a run finds it, on the class path. */
class SettingsSyntaxTest {

  @TempDir Path folder;

  @Test
  void shouldAcceptAFileThatParses() {
    SettingsFile.valid().in(folder);

    assertThatCode(this::checkSyntax).doesNotThrowAnyException();
  }

  @Test
  void shouldNameTheLineOfASyntaxError() {
    SettingsFile.valid().with("users = 10", "users = ]").in(folder);

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(this::checkSyntax)
        .withMessageStartingWith("gatling.conf:15: ")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void shouldNameAFileThatIsMissing() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(this::checkSyntax)
        .withMessageStartingWith("gatling.conf: ");
  }

  @Test
  void shouldNameTheLineOfAReferenceToNothing() {
    SettingsFile file =
        SettingsFile.valid().with("profile = light", "profile = ${loadgate.nowhere}");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> file.load(folder))
        .withMessage(
            "gatling.conf:9: Could not resolve substitution to a value: ${loadgate.nowhere}");
  }

  private void checkSyntax() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader onlyTheFolder =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      thread.setContextClassLoader(onlyTheFolder);
      Settings.checkSyntax();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
