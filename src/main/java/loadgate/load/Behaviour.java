package loadgate.load;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What the users of one type do.
 *
 * @param scenario their name in the report
 * @param start once when they come
 * @param iterate again and again
 * @param stop once before they leave
 * @param thinkTime drawn anew after every iteration
 */
public record Behaviour(
    String scenario,
    ChainBuilder start,
    ChainBuilder iterate,
    ChainBuilder stop,
    Supplier<Duration> thinkTime) {}
