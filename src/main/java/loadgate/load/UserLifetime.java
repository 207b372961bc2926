package loadgate.load;

import java.time.Duration;

/**
 * When one user starts and ends, counted from the start of the run.
 *
 * @param place how many others of its type are there when it starts; those who are there together
 *     have the places from 0 on, without a gap
 */
record UserLifetime(Duration start, Duration end, int place) {}
