package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class FollowedLogTest {

  private static final Duration POLL = Duration.ofMillis(5);
  private static final RunHeader HEADER =
      new RunHeader("3.15.1", "Sim", Instant.EPOCH, "", List.of("s"), List.of());

  @TempDir Path folder;
  private final AtomicBoolean writerDone = new AtomicBoolean();

  @AfterEach
  void endFollowing() {
    writerDone.set(true);
  }

  @Test
  void hearsARecordWhileTheLogIsStillBeingWritten() throws Exception {
    try (OutputStream out = Files.newOutputStream(log())) {
      out.write(RecordedLog.bytesOf(HEADER, List.of()));
      Following following = new Following();

      out.write(userRecord(7));

      assertThat(following.nextUserTime()).isEqualTo(7);
      assertThat(following.outcome).isNotDone();
    }
  }

  @Test
  void waitsForTheRestOfARecord() throws Exception {
    try (OutputStream out = Files.newOutputStream(log())) {
      out.write(RecordedLog.bytesOf(HEADER, List.of()));
      Following following = new Following();
      byte[] record = userRecord(7);

      out.write(record, 0, 4);
      assertThat(following.userTimes.poll(50, TimeUnit.MILLISECONDS)).isNull();
      out.write(record, 4, record.length - 4);

      assertThat(following.nextUserTime()).isEqualTo(7);
    }
  }

  @Test
  void waitsForAFileThatDoesNotExistYet() throws Exception {
    Following following = new Following();

    Path written = folder.resolve("written.log");
    Files.write(written, RecordedLog.bytesOf(HEADER, List.of(new RecordedLog.User(0, true, 7))));
    Files.move(written, log());

    assertThat(following.nextUserTime()).isEqualTo(7);
  }

  @Test
  void endsWhenTheWriterIsDone() throws Exception {
    Files.write(log(), RecordedLog.bytesOf(HEADER, List.of()));
    Following following = new Following();

    writerDone.set(true);

    assertThat(following.outcome.get()).isEqualTo(new RunLogOutcome(HEADER, OptionalLong.empty()));
  }

  @Test
  void saysWhereTheWriterBrokeOff() throws Exception {
    byte[] log = RecordedLog.bytesOf(HEADER, List.of(new RecordedLog.User(0, true, 7)));
    Files.write(log(), Arrays.copyOf(log, log.length - 1));
    Following following = new Following();

    writerDone.set(true);

    assertThat(following.outcome.get().truncatedAt()).isEqualTo(OptionalLong.of(log.length - 10));
  }

  @Test
  void readsWhatIsWrittenJustBeforeTheWriterIsDone() throws IOException {
    Files.write(log(), RecordedLog.bytesOf(HEADER, List.of()));
    AtomicInteger asked = new AtomicInteger();
    RecordedLog heard = new RecordedLog();

    new RunLog(log()).follow(heard, POLL, () -> appendsOnTheThirdQuestion(asked));

    assertThat(heard.events()).containsExactly(new RecordedLog.User(0, true, 7));
  }

  @Test
  void refusesAFileThatNeverCame() {
    writerDone.set(true);

    assertThatThrownBy(() -> new RunLog(log()).follow(new RecordedLog(), POLL, writerDone::get))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void endsWhenTheThreadIsInterrupted() throws Exception {
    Files.write(log(), RecordedLog.bytesOf(HEADER, List.of()));
    AtomicBoolean interruptedAfterwards = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              try {
                new RunLog(log()).follow(new RecordedLog(), Duration.ofHours(1), writerDone::get);
              } catch (IOException e) {
                // An interrupt that comes during the read itself closes the file; either way the
                // flag is what counts.
              }
              interruptedAfterwards.set(Thread.currentThread().isInterrupted());
            });
    thread.start();

    thread.interrupt();
    thread.join();

    assertThat(interruptedAfterwards).isTrue();
  }

  private boolean appendsOnTheThirdQuestion(AtomicInteger asked) {
    if (asked.incrementAndGet() < 3) {
      return false;
    }
    if (asked.get() == 3) {
      try {
        Files.write(log(), userRecord(7), StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return true;
  }

  private Path log() {
    return folder.resolve(RunLog.FILE_NAME);
  }

  private static byte[] userRecord(int at) {
    return new LogBytes().int8(2).int32(0).int8(1).int32(at).toByteArray();
  }

  /** Follows the log on a thread of its own. */
  private final class Following implements RunLogListener {
    private final LinkedBlockingQueue<Integer> userTimes = new LinkedBlockingQueue<>();
    private final CompletableFuture<RunLogOutcome> outcome = new CompletableFuture<>();

    Following() {
      Thread thread = new Thread(this::follow);
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void user(int scenario, boolean started, int atMillis) {
      userTimes.add(atMillis);
    }

    int nextUserTime() throws InterruptedException {
      return userTimes.take();
    }

    private void follow() {
      try {
        outcome.complete(new RunLog(log()).follow(this, POLL, writerDone::get));
      } catch (IOException | RuntimeException e) {
        outcome.completeExceptionally(e);
      }
    }
  }
}
