package proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine. */
final class Programs {

  private static final long LIMIT_SECONDS = 600;

  private Programs() {}

  /** Skips the test, which says why, unless all of them are on the {@code PATH}. */
  static void assumeInstalled(String tested, String... programs) {
    for (String program : programs) {
      assumeTrue(
          isInstalled(program), program + " is not installed, so " + tested + " is not tested");
    }
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  static String output(String... command) throws IOException {
    return output(new ProcessBuilder(command));
  }

  /** What one prints that ends with 0. */
  static String output(ProcessBuilder command) throws IOException {
    // A file, because nobody reads a pipe while this waits.
    Path file = Files.createTempFile("output", ".txt");
    try {
      Process process = command.redirectErrorStream(true).redirectOutput(file.toFile()).start();
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String output = Files.readString(file);
      assertThat(ended).as("%s ends; it printed %s", command.command(), output).isTrue();
      assertThat(process.exitValue()).as("%s printed %s", command.command(), output).isZero();
      return output.strip();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      Files.delete(file);
    }
  }
}
