package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What must hold for every log, tried on many random ones; the seed of a failure is in its
 * description.
 */
class RunLogPropertiesTest {

  @Test
  void whatIsWrittenIsRead() throws IOException {
    for (long seed = 0; seed < 2000; seed++) {
      RandomLog log = RandomLog.of(seed);
      RecordedLog heard = new RecordedLog();

      RunLogOutcome outcome = RecordedLog.parse(log.bytes(), heard);

      assertThat(outcome.header()).as("seed %d", seed).isEqualTo(log.header());
      assertThat(outcome.complete()).as("seed %d", seed).isTrue();
      assertThat(heard.events()).as("seed %d", seed).isEqualTo(log.events());
    }
  }

  @Test
  void anyTruncationGivesThePrefixThatIsWhole() throws IOException {
    for (long seed = 0; seed < 20; seed++) {
      RandomLog log = RandomLog.of(seed);
      byte[] bytes = log.bytes();
      int headerBytes = RecordedLog.bytesOf(log.header(), List.of()).length;
      for (int length = headerBytes; length < bytes.length; length++) {
        RecordedLog heard = new RecordedLog();

        RunLogOutcome outcome = RecordedLog.parse(Arrays.copyOf(bytes, length), heard);

        List<RecordedLog.Event> prefix = log.events().subList(0, heard.events().size());
        int wholeBytes = RecordedLog.bytesOf(log.header(), prefix).length;
        assertThat(heard.events()).as("seed %d length %d", seed, length).isEqualTo(prefix);
        assertThat(outcome.truncatedAt().orElse(length))
            .as("seed %d length %d", seed, length)
            .isEqualTo(wholeBytes);
      }
    }
  }

  @Test
  void aFlippedByteGivesRecordsOrAnErrorWithinTheLog() throws IOException {
    for (long seed = 0; seed < 40; seed++) {
      byte[] bytes = RandomLog.of(seed).bytes();
      Random random = new Random(seed);
      for (int offset = 0; offset < bytes.length; offset++) {
        byte[] flipped = bytes.clone();
        flipped[offset] ^= (byte) (1 + random.nextInt(255));
        parseOrRefuse(flipped);
      }
    }
  }

  @Test
  void randomBytesNeitherHangNorExhaustTheMemory() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          byte[] header = LogBytes.withHeader().toByteArray();
          for (long seed = 0; seed < 5000; seed++) {
            byte[] noise = new byte[500];
            new Random(seed).nextBytes(noise);
            parseOrRefuse(noise);
            byte[] afterHeader = Arrays.copyOf(header, header.length + noise.length);
            System.arraycopy(noise, 0, afterHeader, header.length, noise.length);
            parseOrRefuse(afterHeader);
          }
        });
  }

  /** Any exception but the one that is caught here fails the test. */
  private static void parseOrRefuse(byte[] log) throws IOException {
    try {
      RecordedLog.parse(log, new RecordedLog());
    } catch (RunLogException e) {
      assertThat(e.offset()).isBetween(0L, (long) log.length);
    }
  }
}
