/**
 * Exact statistics of a run, computed from its run log in one pass.
 *
 * <p>They follow Gatling's rules, so that they can be compared with its report: the global figures
 * are over requests only, the response time of a group is its cumulated response time, and rates
 * are counts divided by the duration of the whole run. Percentiles are where they differ on
 * purpose: Gatling estimates them with a t-digest, here they are exact.
 *
 * <p>Memory grows with the number of names and of distinct response times, not with the number of
 * records; the timeline adds a fixed amount at most.
 */
package loadgate.stats;
