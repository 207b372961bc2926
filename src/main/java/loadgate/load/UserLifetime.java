package loadgate.load;

import java.time.Duration;

/** From when to when one user is under way, counted from the start of the run. */
record UserLifetime(Duration start, Duration end) {}
