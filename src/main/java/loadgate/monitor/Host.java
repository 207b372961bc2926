package loadgate.monitor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;

/** Reads what all processes of this machine use. */
final class Host {

  /** Disks cost more than all else together, and what they did adds up. */
  private static final int READINGS_PER_LOOK_AT_DISKS = 5;

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final CentralProcessor processor;
  private final CpuShare own;
  private final GlobalMemory memory;
  private final List<HWDiskStore> disks;
  private final List<NetworkIF> networks;
  private long[] ticks;
  private int readings;
  private final Amounts first;

  Host(SystemInfo system) {
    HardwareAbstractionLayer hardware = system.getHardware();
    processor = hardware.getProcessor();
    own = new CpuShare(processor.getLogicalProcessorCount());
    ownCpuPercent();
    memory = hardware.getMemory();
    disks = hardware.getDiskStores();
    networks = hardware.getNetworkIFs();
    ticks = processor.getSystemCpuLoadTicks();
    first = amounts();
  }

  /** Of all cores of the machine, which may be more than this process may use. */
  private double ownCpuPercent() {
    return own.percent(process.getProcessCpuTime() / 1e9, System.nanoTime()).orElse(0);
  }

  private record Amounts(double read, double written, double sent, double received) {}

  private Amounts amounts() {
    return new Amounts(
        disks.stream().mapToLong(HWDiskStore::getReadBytes).sum(),
        disks.stream().mapToLong(HWDiskStore::getWriteBytes).sum(),
        networks.stream().mapToLong(NetworkIF::getBytesSent).sum(),
        networks.stream().mapToLong(NetworkIF::getBytesRecv).sum());
  }

  HostUse read() {
    double cpu = 100 * processor.getSystemCpuLoadBetweenTicks(ticks);
    ticks = processor.getSystemCpuLoadTicks();
    if (readings++ % READINGS_PER_LOOK_AT_DISKS == 0) {
      disks.forEach(HWDiskStore::updateAttributes);
    }
    networks.forEach(NetworkIF::updateAttributes);
    double used = (double) memory.getTotal() - memory.getAvailable();
    Amounts now = amounts();
    return new HostUse(
        cpu,
        Math.max(0, cpu - ownCpuPercent()),
        100 * used / memory.getTotal(),
        used / 1e6,
        (now.read - first.read) / 1e6,
        (now.written - first.written) / 1e6,
        (now.sent - first.sent) / 1e6,
        (now.received - first.received) / 1e6);
  }
}
