package benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import loadgate.monitor.LocalProcess;
import loadgate.monitor.ResourceMonitor;
import oshi.SystemInfo;

/** The CPU time of the thread that reads target, machine and load generator once per second. */
final class ResourceCost {

  private static final int WARM_UP_SECONDS = 15;
  private static final int SECONDS = 60;

  private ResourceCost() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    SystemInfo system = new SystemInfo();
    List<Long> cpuNanos = new CopyOnWriteArrayList<>();
    try (ServerSocket target = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LocalProcess process = LocalProcess.listeningOn(system, target.getLocalPort());
      new ResourceMonitor(
              Optional.of(system),
              Optional.of(process),
              () -> 0,
              sample -> cpuNanos.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()))
          .start();
      Thread.sleep(1_000L * (WARM_UP_SECONDS + SECONDS));
    }
    long first = cpuNanos.get(WARM_UP_SECONDS);
    long last = cpuNanos.get(cpuNanos.size() - 1);
    int readings = cpuNanos.size() - 1 - WARM_UP_SECONDS;
    System.out.printf(
        "%d readings, %.2f ms of CPU time each: %.2f %% of one core%n",
        readings, (last - first) / 1e6 / readings, (last - first) / 1e7 / readings);
  }
}
