package loadgate.monitor;

/**
 * How busy the load generator itself was since the reading before.
 *
 * @param cpuPercent of its process, of the cores that it may use, 0..100
 * @param heapMb in use, in units of 1,000,000 bytes
 * @param gcMillis in which garbage collections stopped it
 * @param lagMillis how late its timers fired on average
 * @param stallMillis how long it stood still at a time at most
 */
public record InjectorUse(
    double cpuPercent, double heapMb, long gcMillis, double lagMillis, double stallMillis) {}
