package loadgate.load;

import java.time.Duration;

/**
 * A stretch of time in which one user type's load changes evenly, or holds when both ends are
 * equal.
 *
 * @param from users, or arrivals per second in the open model
 * @param to the same at the end of the step
 */
record Step(double from, double to, Duration duration) {}
