package loadgate.cli;

import java.time.Duration;

/**
 * How many injectors a load needs.
 *
 * @param users at the peak; each has a connection of its own
 * @param requestsPerSecond at the peak, above 0
 * @param cpuPerRequest CPU time of the load generator, measured
 * @param cores of one injector
 * @param utilization the share of its cores that an injector may use, above 0 and at most 1
 * @param ports of one injector for connections to one address and port of the target
 */
record InjectorDemand(
    int users,
    double requestsPerSecond,
    Duration cpuPerRequest,
    double cores,
    double utilization,
    int ports) {

  /** Cores that all requests together keep busy. */
  double busyCores() {
    return requestsPerSecond * cpuPerRequest.toNanos() / 1e9;
  }

  /** Injectors whose CPU is enough, at least 1. */
  long forCpu() {
    return Math.max(1, (long) Math.ceil(busyCores() / (cores * utilization)));
  }

  /** Injectors whose ports are enough, at least 1. */
  long forConnections() {
    return Math.max(1, (users + ports - 1L) / ports);
  }

  long injectors() {
    return Math.max(forCpu(), forConnections());
  }
}
