package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class OpenLogTest {

  @TempDir private Path results;
  private Path own;
  private Path other;

  @BeforeEach
  void makeFolders() throws IOException {
    own = Files.createDirectory(results.resolve("order-1")).toRealPath();
    other = Files.createDirectory(results.resolve("order-2"));
  }

  @Test
  void shouldFindTheFolderOfTheLogThatIsOpen() throws IOException {
    Files.createFile(other.resolve(RunLog.FILE_NAME));
    try (OutputStream open = Files.newOutputStream(own.resolve(RunLog.FILE_NAME))) {
      open.write(0);

      assertThat(OpenLog.folder()).contains(own);
    }
  }

  @Test
  void shouldFindNoneWhenNoLogIsOpen() throws IOException {
    Files.createFile(own.resolve(RunLog.FILE_NAME));

    assertThat(OpenLog.folder()).isEmpty();
  }

  @Test
  void shouldNotChooseBetweenTwoThatAreOpen() throws IOException {
    try (OutputStream one = Files.newOutputStream(own.resolve(RunLog.FILE_NAME));
        OutputStream two = Files.newOutputStream(other.resolve(RunLog.FILE_NAME))) {
      one.write(0);
      two.write(0);

      assertThat(OpenLog.folder()).isEmpty();
    }
  }
}
