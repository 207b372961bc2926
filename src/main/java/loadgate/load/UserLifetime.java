package loadgate.load;

import java.time.Duration;

/** When one user starts and ends, counted from the start of the run. */
record UserLifetime(Duration start, Duration end) {}
