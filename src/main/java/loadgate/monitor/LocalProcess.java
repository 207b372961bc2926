package loadgate.monitor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * A target on this machine: the process of that number, or the one that listens on its port, and
 * the processes that it has started. It is looked for again when it is gone, because a backend may
 * be started anew in the middle of a run.
 */
public final class LocalProcess implements TargetMeter {

  /** Looking for processes costs more than reading them. */
  private static final int READINGS_PER_SEARCH = 10;

  private final OperatingSystem os;
  private final Supplier<OptionalInt> search;
  private final double machineMemory;
  private final CpuShare cpu;
  private final Map<Integer, OSProcess> processes = new HashMap<>();
  private final Map<Integer, Long> cpuMillis = new HashMap<>();
  private double cpuSeconds;
  private OptionalInt main = OptionalInt.empty();
  private int readings;

  private LocalProcess(SystemInfo system, Supplier<OptionalInt> search) {
    this.os = system.getOperatingSystem();
    this.search = search;
    this.machineMemory = system.getHardware().getMemory().getTotal();
    this.cpu = new CpuShare(system.getHardware().getProcessor().getLogicalProcessorCount());
    find();
  }

  /** The process of that number. */
  public static LocalProcess numbered(SystemInfo system, int pid) {
    return new LocalProcess(system, () -> OptionalInt.of(pid));
  }

  /** The process that listens on that TCP port. */
  public static LocalProcess listeningOn(SystemInfo system, int port) {
    OperatingSystem os = system.getOperatingSystem();
    return new LocalProcess(system, () -> listener(os, port));
  }

  private static OptionalInt listener(OperatingSystem os, int port) {
    return os.getInternetProtocolStats().getConnections().stream()
        .filter(connection -> connection.getLocalPort() == port)
        .filter(connection -> connection.getState() == TcpState.LISTEN)
        .mapToInt(IPConnection::getowningProcessId)
        .filter(pid -> pid > 0)
        .findFirst();
  }

  /** Whether there is such a process. */
  public boolean isFound() {
    return !processes.isEmpty();
  }

  @Override
  public Optional<ProcessUse> read() {
    if (readings++ % READINGS_PER_SEARCH == 0 || processes.isEmpty()) {
      find();
    }
    processes.values().removeIf(process -> !process.updateAttributes());
    processes.forEach((pid, process) -> cpuSeconds += sinceBefore(pid, process) / 1e3);
    OptionalDouble percent = cpu.percent(cpuSeconds, System.nanoTime());
    return processes.isEmpty() || percent.isEmpty()
        ? Optional.empty()
        : Optional.of(use(percent.getAsDouble()));
  }

  private ProcessUse use(double cpuPercent) {
    double memory = processes.values().stream().mapToLong(OSProcess::getResidentMemory).sum();
    long read = processes.values().stream().mapToLong(OSProcess::getBytesRead).sum();
    long written = processes.values().stream().mapToLong(OSProcess::getBytesWritten).sum();
    return new ProcessUse(
        cpuPercent,
        memory / 1e6,
        OptionalDouble.of(100 * memory / machineMemory),
        OptionalDouble.of(read / 1e6),
        OptionalDouble.of(written / 1e6));
  }

  private long sinceBefore(int pid, OSProcess process) {
    long now = process.getKernelTime() + process.getUserTime();
    Long before = cpuMillis.put(pid, now);
    return before == null ? 0 : Math.max(0, now - before);
  }

  private void find() {
    if (main.isEmpty() || !processes.containsKey(main.getAsInt())) {
      main = search.get();
    }
    List<Integer> found = main.stream().boxed().flatMap(LocalProcess::withChildren).toList();
    processes.keySet().retainAll(found);
    cpuMillis.keySet().retainAll(found);
    for (int pid : found) {
      if (!processes.containsKey(pid)) {
        Optional.ofNullable(os.getProcess(pid)).ifPresent(process -> processes.put(pid, process));
      }
    }
  }

  /** Without this process, which a test's target may have started, and without what it started. */
  private static Stream<Integer> withChildren(int pid) {
    List<Long> own =
        Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
            .map(ProcessHandle::pid)
            .filter(other -> other != pid)
            .toList();
    return Stream.concat(
        Stream.of(pid),
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .map(ProcessHandle::pid)
            .filter(child -> !own.contains(child))
            .map(Long::intValue));
  }

  @Override
  public String text() {
    return "process " + (main.isPresent() ? main.getAsInt() : "unknown");
  }
}
