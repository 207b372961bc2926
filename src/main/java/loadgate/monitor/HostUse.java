package loadgate.monitor;

/**
 * What all processes of the load generator's machine use together.
 *
 * @param cpuPercent since the reading before, 0..100
 * @param othersCpuPercent that of all processes but this one, a target on the machine among them
 * @param memoryPercent 0..100
 * @param memoryMb in units of 1,000,000 bytes, as all sizes here
 * @param diskReadMb since the first reading, as all amounts that follow
 */
public record HostUse(
    double cpuPercent,
    double othersCpuPercent,
    double memoryPercent,
    double memoryMb,
    double diskReadMb,
    double diskWriteMb,
    double networkSentMb,
    double networkReceivedMb) {}
