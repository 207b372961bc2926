package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import loadgate.model.InjectorShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBarrierTest {

  @TempDir private Path folder;

  @Test
  void shouldOpenWhenTheFirstInjectorSeesAll() throws Exception {
    FileBarrier first = FileBarrier.in(folder, new InjectorShare(0, 2));
    assertThat(first.start()).isEmpty();
    assertThat(first.waitsFor()).isEqualTo("without injector 1");

    FileBarrier second = FileBarrier.in(folder, new InjectorShare(1, 2));
    assertThat(second.start()).isEmpty();
    assertThat(second.waitsFor())
        .isEqualTo("injector 0 has not written " + folder.resolve("start"));

    Instant start = first.start().orElseThrow();
    assertThat(second.start()).contains(start);
    assertThat(first.start()).contains(start);
  }

  @Test
  void shouldTakeTheStartThatIsWritten() throws Exception {
    FileBarrier barrier = FileBarrier.in(folder, new InjectorShare(1, 2));
    Files.writeString(folder.resolve("start"), "1795305135123\n");

    assertThat(barrier.start()).contains(Instant.ofEpochMilli(1_795_305_135_123L));
    assertThat(barrier.clockOffsetMillis()).isEmpty();
  }

  @Test
  void shouldRefuseASecondInjectorOfTheSameNumber() throws Exception {
    FileBarrier.in(folder, new InjectorShare(1, 2));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> FileBarrier.in(folder, new InjectorShare(1, 2)))
        .withMessage(
            folder.resolve("ready-1")
                + " is there already, of another injector of this number or of an earlier run;"
                + " allowed is a folder of each run's own");
  }

  @Test
  void shouldRefuseAStartThatIsNoTime() throws Exception {
    FileBarrier barrier = FileBarrier.in(folder, new InjectorShare(1, 2));
    Files.writeString(folder.resolve("start"), "now");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(barrier::start)
        .withMessage(folder.resolve("start") + " holds no milliseconds since 1970");
  }
}
