package loadgate.history;

import static java.util.Objects.requireNonNull;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The machine that sent the load, as far as figures depend on it; nothing that identifies it.
 *
 * @param memoryBytes of the machine, or of the container that the process may not leave
 * @param os name, version and processor
 * @param java version of the runtime
 */
public record Machine(int cores, long memoryBytes, String os, String java) {

  private static final double GIB = 1L << 30;

  public Machine {
    requireNonNull(os, "the machine's os is missing");
    requireNonNull(java, "the machine's java is missing");
  }

  /** The one that this process runs on. */
  public static Machine current() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        system.getAvailableProcessors(),
        system.getTotalMemorySize(),
        String.join(" ", system.getName(), system.getVersion(), system.getArch()),
        System.getProperty("java.version"));
  }

  /** What figures of one machine say something about those of another of. */
  String kind() {
    return "%s cores, %s GiB, %s, Java %s"
        .formatted(
            cores,
            Math.round(memoryBytes / GIB),
            os.replaceFirst(" .* ", " "),
            java.replaceFirst("[^0-9].*", ""));
  }

  /** For people. */
  public String text() {
    return String.format(
        Locale.ROOT, "%d cores, %.1f GiB, %s, Java %s", cores, memoryBytes / GIB, os, java);
  }
}
