package loadgate.monitor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** Reads how busy this process is, which is the load generator. */
final class Injector {

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final CpuShare cpu = new CpuShare(Runtime.getRuntime().availableProcessors());
  private final DoubleSupplier lagMillis;
  private final StallMeter stalls = new StallMeter();
  private long lastGcMillis;

  /**
   * @param lagMillis how late timers fired on average since it was asked before
   */
  Injector(DoubleSupplier lagMillis) {
    this.lagMillis = lagMillis;
    read();
  }

  void start() {
    stalls.start();
  }

  InjectorUse read() {
    long gcMillis = gcMillis();
    InjectorUse use =
        new InjectorUse(
            cpu.percent(process.getProcessCpuTime() / 1e9, System.nanoTime()).orElse(0),
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
            gcMillis - lastGcMillis,
            lagMillis.getAsDouble(),
            stalls.takeLongestMillis());
    lastGcMillis = gcMillis;
    return use;
  }

  /** Without the time of collectors that work while the program goes on. */
  private static long gcMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(collector -> !collector.getName().matches(".*(Cycles|Concurrent).*"))
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
