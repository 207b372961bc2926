package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Gatling's words are those of a run on a disk that was full for a moment. */
class LostRecordsTest {

  private static final String LOG_WRITER = "io.gatling.core.actor.AtomicRunnableActorRef";
  private static final IOException FULL = new IOException("No space left on device");

  private final LostRecords lost = LostRecords.watch();

  @AfterEach
  void stopWatching() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList().remove(lost);
  }

  @Test
  void shouldNoticeThatGatlingsLogWriterFails() {
    LoggerFactory.getLogger(LOG_WRITER)
        .error("Actor file-data-writer crashed when processing message 'Response(…)'", FULL);

    assertThat(lost.reason()).containsSame(FULL);
  }

  @Test
  void shouldTakeNothingElseForALoss() {
    LoggerFactory.getLogger(LOG_WRITER).debug("Actor stopped", FULL);
    LoggerFactory.getLogger("shop.Users").error("no stock", FULL);

    assertThat(lost.reason()).isEmpty();
  }

  /** The class is Gatling's own, and logs under its name; an upgrade must not rename it. */
  @Test
  void shouldKnowTheNameOfGatlingsLogWriter() throws ClassNotFoundException {
    assertThat(Class.forName(LOG_WRITER, false, getClass().getClassLoader())).isNotNull();
  }
}
