package loadgate.load;

import io.gatling.javaapi.core.ChainBuilder;
import loadgate.model.ThinkTime;

/**
 * What the users of one type do.
 *
 * @param name their name in the report
 * @param come first of all, once
 * @param start when they have come, and again for as long as it leaves them failed
 * @param iterate again and again, once they have started; leaves no user failed
 * @param stop once before they leave, if they have started
 * @param thinkTime the pause after an iteration
 * @param once whether they leave after one iteration
 */
public record UserScenario(
    String name,
    ChainBuilder come,
    ChainBuilder start,
    ChainBuilder iterate,
    ChainBuilder stop,
    ThinkTime thinkTime,
    boolean once) {}
