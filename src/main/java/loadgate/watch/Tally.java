package loadgate.watch;

/** Requests of one user, one connection, one address or one name, and how many of them failed. */
final class Tally {

  private long requests;
  private long failures;

  Tally() {}

  Tally(long requests, long failures) {
    this.requests = requests;
    this.failures = failures;
  }

  synchronized void add(boolean ok) {
    requests++;
    failures += ok ? 0 : 1;
  }

  synchronized long requests() {
    return requests;
  }

  synchronized long failures() {
    return failures;
  }

  /** The failed share in percent; 0 below that many requests, where it may be chance. */
  synchronized double failedPercent(int leastRequests) {
    return requests < leastRequests ? 0 : 100.0 * failures / requests;
  }
}
