package loadgate.load;

import io.gatling.javaapi.core.ChainBuilder;
import loadgate.model.ThinkTime;

/**
 * What the users of one type do.
 *
 * @param name their name in the report
 * @param start once when they come
 * @param iterate again and again
 * @param stop once before they leave
 * @param thinkTime the pause after an iteration
 * @param once whether they leave after one iteration
 */
public record UserScenario(
    String name,
    ChainBuilder start,
    ChainBuilder iterate,
    ChainBuilder stop,
    ThinkTime thinkTime,
    boolean once) {}
