package benchmark;

import java.util.List;

/**
 * What one stretch of the loop took.
 *
 * @param wallNanos from its first request to its last answer
 * @param cpuNanos of the whole process in that time, its compiler and garbage collector included
 */
record Reading(Variant variant, long requests, long wallNanos, long cpuNanos) {

  private static final String LABEL = "measured";

  double requestsPerSecond() {
    return requests * 1e9 / wallNanos;
  }

  double cpuMicrosPerRequest() {
    return cpuNanos / 1e3 / requests;
  }

  /** One line for the console of the measured process. */
  String line() {
    return "%s %s %d %d %d".formatted(LABEL, variant, requests, wallNanos, cpuNanos);
  }

  /** Finds those lines. */
  static List<Reading> in(List<String> console) {
    return console.stream()
        .filter(line -> line.startsWith(LABEL + " "))
        .map(line -> line.split(" "))
        .map(
            field ->
                new Reading(
                    Variant.valueOf(field[1]),
                    Long.parseLong(field[2]),
                    Long.parseLong(field[3]),
                    Long.parseLong(field[4])))
        .toList();
  }
}
