package loadgate.watch;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.gatling.core.action.RequestAction;
import io.gatling.core.util.NameGen;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * Hears of actions that are no requests and fail, such as a session function that throws. Gatling
 * says so in its application log alone, by the name of the action, whose number tells the chain
 * that it was built for.
 */
final class ActionFailures extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private static final Pattern FAILED =
      Pattern.compile(
          "(?s)'(\\w+)-(\\d+)' (?:failed to execute: (.*)|crashed with '(.*)', forwarding.*"
              + "|crashed on session .*)");

  /** Gatling does not say of which action; the condition counts as false, the name as unknown. */
  private static final Pattern FAILED_SOMEWHERE =
      Pattern.compile(
          "(?s)Condition evaluation .*|Failed to resolve name of group .*"
              + "|Failed to build request name: .*");

  private static final String NO_USER_TYPE = "";

  private final BiConsumer<String, String> listener;
  private final ConcurrentSkipListMap<Long, String> userTypes = new ConcurrentSkipListMap<>();

  /**
   * @param listener gets the title of the user type and what happened
   */
  ActionFailures(BiConsumer<String, String> listener) {
    this.listener = listener;
  }

  /** Hears from now on. */
  void listen() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      setContext(context);
      start();
      context.getLogger("io.gatling").addAppender(this);
    }
  }

  /** Builds a chain whose actions belong to the user type. */
  <T> T built(String userType, Supplier<T> chain) {
    userTypes.put(nextNumber(), userType);
    try {
      return chain.get();
    } finally {
      userTypes.put(nextNumber(), NO_USER_TYPE);
    }
  }

  private static long nextNumber() {
    String name = new NameGen() {}.genName("");
    return Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
  }

  @Override
  protected void append(ILoggingEvent event) {
    String text = event.getFormattedMessage();
    Matcher failed = FAILED.matcher(text);
    if (FAILED_SOMEWHERE.matcher(text).matches()) {
      all().forEach(userType -> listener.accept(userType, text));
    } else if (failed.matches() && !isOfRequest(event)) {
      Map.Entry<Long, String> chain = userTypes.floorEntry(Long.parseLong(failed.group(2)));
      if (chain != null && !chain.getValue().equals(NO_USER_TYPE)) {
        listener.accept(
            chain.getValue(), "%s failed: %s".formatted(failed.group(1), message(failed, event)));
      }
    }
  }

  private Collection<String> all() {
    return userTypes.values().stream()
        .filter(type -> !type.equals(NO_USER_TYPE))
        .distinct()
        .toList();
  }

  private static String message(Matcher failed, ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown != null
        ? thrown.getClassName() + ": " + thrown.getMessage()
        : failed.group(3) != null ? failed.group(3) : String.valueOf(failed.group(4));
  }

  /** A request that could not be built is in Gatling's log already. */
  private static boolean isOfRequest(ILoggingEvent event) {
    try {
      return RequestAction.class.isAssignableFrom(Class.forName(event.getLoggerName()));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
