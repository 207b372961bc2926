package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

  private static final HistoryEntry RUN = SampleRun.health().with(SampleRun.p95(97));

  @TempDir private Path results;
  private HistoryFile history;
  private Path file;

  @BeforeEach
  void open() {
    history = new HistoryFile(results);
    file = results.resolve("history.jsonl");
  }

  @Test
  void shouldReadWhatWasAppended() throws IOException {
    HistoryEntry later = SampleRun.health().with("later");
    history.append(RUN);
    history.append(later);
    assertThat(history.read()).isEqualTo(new History(List.of(RUN, later), List.of(), 0));
  }

  @Test
  void shouldWriteOneLinePerRun() throws IOException {
    history.append(SampleRun.health().with("a\nfolder"));
    assertThat(Files.readString(file)).endsWith("}\n").containsOnlyOnce("\n");
  }

  @Test
  void shouldMakeTheFolderOfTheResults() throws IOException {
    HistoryFile deeper = new HistoryFile(results.resolve("not/there"));
    deeper.append(RUN);
    assertThat(deeper.read().runs()).containsExactly(RUN);
  }

  @Test
  void shouldBeEmptyBeforeTheFirstRunAndMakeNoFile() throws IOException {
    assertThat(history.read()).isEqualTo(History.EMPTY);
    assertThat(file).doesNotExist();
  }

  @Test
  void shouldEndALineThatACrashLeftOpen() throws IOException {
    Files.writeString(file, "{\"version\":1,\"time\":\"2026-11-2");
    history.append(RUN);
    assertThat(Files.readString(file)).startsWith("{\"version\":1,\"time\":\"2026-11-2\n{");
    assertThat(history.read().runs()).containsExactly(RUN);
    assertThat(history.read().damaged()).extracting(DamagedLine::number).containsExactly(1L);
  }

  @Test
  void shouldKeepARunWhoseLineIsWholeButNotEnded() throws IOException {
    Files.write(file, HistoryLine.of(RUN));
    history.append(RUN);
    assertThat(history.read()).isEqualTo(new History(List.of(RUN, RUN), List.of(), 0));
  }

  @Test
  void shouldReportADamagedLineByNumberAndLeaveItAlone() throws IOException {
    history.append(RUN);
    byte[] damage = {'{', (byte) 0xC3, 0x28, 0, ' ', '\r', '\n'};
    Files.write(file, damage, java.nio.file.StandardOpenOption.APPEND);
    byte[] before = Files.readAllBytes(file);
    history.append(RUN);

    History read = history.read();
    assertThat(read.runs()).containsExactly(RUN, RUN);
    assertThat(read.damaged())
        .extracting(DamagedLine::toString)
        .containsExactly("line 2: is not UTF-8");
    assertThat(Files.readAllBytes(file)).startsWith(before);
  }

  @Test
  void shouldReadTheNewestLinesAloneAndCountTheOthers() throws IOException {
    Files.writeString(file, "nonsense\n\n");
    history.append(SampleRun.health().with("earlier"));
    history.append(RUN);
    Files.writeString(file, "damage\n", java.nio.file.StandardOpenOption.APPEND);

    History newest = history.readNewest(2, read -> read);

    assertThat(newest.runs()).containsExactly(RUN);
    assertThat(newest.damaged()).extracting(DamagedLine::number).containsExactly(5L);
    assertThat(newest.earlier()).isEqualTo(3);
  }

  @Test
  void shouldReadAllWhenThereAreNoMoreThanAskedFor() throws IOException {
    history.append(RUN);
    history.append(RUN);

    History newest = history.readNewest(2, read -> read);
    assertThat(newest).isEqualTo(new History(List.of(RUN, RUN), List.of(), 0));
  }

  @Test
  void shouldFindTheNewestLinesFarFromTheEnd() throws IOException {
    String blank = " ".repeat(200_000) + "\n";
    Files.writeString(file, "first\n" + blank);
    history.append(RUN);

    assertThat(history.readNewest(2, read -> read).earlier()).isEqualTo(1);
    assertThat(history.readNewest(3, read -> read).earlier()).isZero();
    assertThat(history.readNewest(1, read -> read).earlier()).isEqualTo(2);
  }

  @Test
  void shouldPruneRunsThatBeganBeforeATimeAndKeepDamage() throws IOException {
    history.append(RUN);
    Files.writeString(file, "damage\n", java.nio.file.StandardOpenOption.APPEND);
    history.append(RUN);

    assertThat(history.prune(RUN.time())).isZero();
    assertThat(history.prune(RUN.time().plusMillis(1))).isEqualTo(2);
    assertThat(file).hasContent("damage\n");
    assertThat(results).isDirectoryNotContaining("glob:**.before");
  }

  @Test
  void shouldPruneNothingWhenThereIsNoHistory() throws IOException {
    assertThat(history.prune(RUN.time())).isZero();
    assertThat(file).doesNotExist();
  }

  @Test
  void shouldCountBlankLinesButNotReportThem() throws IOException {
    Files.writeString(file, "\n \r\nnonsense\n");
    assertThat(history.read().damaged()).extracting(DamagedLine::number).containsExactly(3L);
  }

  @Test
  void shouldLoseNothingWhenThreadsAppendAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Void>> appending =
          IntStream.range(0, 200)
              .<Callable<Void>>mapToObj(
                  i ->
                      () -> {
                        new HistoryFile(results).append(SampleRun.health().with("run-" + i));
                        return null;
                      })
              .toList();
      for (Future<Void> appended : threads.invokeAll(appending)) {
        appended.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(history.read().damaged()).isEmpty();
    assertThat(history.read().runs())
        .extracting(HistoryEntry::folder)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 200).mapToObj(i -> "run-" + i).toList());
  }

  @Test
  void shouldLoseNothingWhenProcessesAppendAtOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      processes.add(appender(name));
      IntStream.range(0, AppendingProcess.RUNS).forEach(i -> expected.add(name + "-" + i));
    }
    for (Process process : processes) {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    assertThat(history.read().damaged()).isEmpty();
    assertThat(history.read().runs())
        .extracting(HistoryEntry::folder)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void shouldLetNobodyAppendWhileItIsBeingRead() throws Exception {
    history.append(RUN);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      List<Future<?>> appended = new ArrayList<>();
      history.readNewest(
          500,
          read -> {
            appended.add(
                other.submit(
                    () -> {
                      history.append(RUN);
                      return null;
                    }));
            assertThatThrownBy(() -> appended.get(0).get(200, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
            return read;
          });
      appended.get(0).get(10, TimeUnit.SECONDS);
    } finally {
      other.shutdownNow();
    }
    assertThat(history.read().runs()).hasSize(2);
  }

  @Test
  void shouldStayUsableAfterAReaderFailed() throws IOException {
    history.append(RUN);
    assertThatThrownBy(
            () ->
                history.readNewest(
                    500,
                    read -> {
                      throw new IOException("no page");
                    }))
        .hasMessage("no page");
    history.append(RUN);
    assertThat(history.read().runs()).hasSize(2);
  }

  @Test
  void shouldSayWhenTheFileIsNone() throws IOException {
    Files.createDirectory(file);
    assertThatThrownBy(() -> history.append(RUN)).isInstanceOf(IOException.class);
  }

  private Process appender(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            AppendingProcess.class.getName(),
            results.toString(),
            name)
        .inheritIO()
        .start();
  }

  @Test
  void shouldNotWaitForEverForAnotherProcessThatHasLockedTheFile() throws Exception {
    history.append(RUN);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockingProcess.class.getName(),
                file.toString())
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");
      HistoryFile impatient = new HistoryFile(results, Duration.ofMillis(200));

      assertThatThrownBy(() -> impatient.append(RUN))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another process has locked")
          .hasMessageContaining("history.jsonl");
      assertThatThrownBy(impatient::read).hasMessageContaining("another process has locked");
    } finally {
      other.destroyForcibly().waitFor();
    }
    history.append(RUN);
    assertThat(history.read().runs()).hasSize(2);
  }
}
