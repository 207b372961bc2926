package loadgate.monitor;

import java.util.OptionalDouble;

/**
 * What the target uses: one process, or several that serve together.
 *
 * @param cpuPercent since the reading before, of all cores of its machine, 0..100
 * @param memoryMb resident, in units of 1,000,000 bytes
 * @param memoryPercent of the memory of its machine, 0..100, if that is known
 * @param diskReadMb since it started, if that is known
 * @param diskWriteMb since it started, if that is known
 */
public record ProcessUse(
    double cpuPercent,
    double memoryMb,
    OptionalDouble memoryPercent,
    OptionalDouble diskReadMb,
    OptionalDouble diskWriteMb) {}
