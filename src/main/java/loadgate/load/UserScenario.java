package loadgate.load;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What the users of one type do.
 *
 * @param scenario their name in the report
 * @param start once when they come
 * @param iterate again and again
 * @param stop once before they leave
 * @param thinkTime the pause after an iteration that took as long as given
 * @param once whether they leave after one iteration
 */
public record UserScenario(
    String scenario,
    ChainBuilder start,
    ChainBuilder iterate,
    ChainBuilder stop,
    UnaryOperator<Duration> thinkTime,
    boolean once) {}
