package loadgate.run;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Notices when Gatling cannot write to the run log, as on a full disk. Gatling logs that and goes
 * on, and when there is space again later, the log looks whole. What is logged passes here whatever
 * the levels and appenders are; with another logging library than Logback nothing is noticed.
 */
public final class LostRecords extends TurboFilter {

  private static final String LOG_WRITER = "io.gatling.core.actor.AtomicRunnableActorRef";

  private volatile Throwable first;

  /** Watches from now on. */
  public static LostRecords watch() {
    LostRecords lost = new LostRecords();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      lost.setContext(context);
      lost.start();
      context.addTurboFilter(lost);
    }
    return lost;
  }

  /** Why the first was lost. */
  Optional<Throwable> reason() {
    return Optional.ofNullable(first);
  }

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] params, Throwable t) {
    if (t != null && first == null && level == Level.ERROR && logger.getName().equals(LOG_WRITER)) {
      first = t;
    }
    return FilterReply.NEUTRAL;
  }
}
