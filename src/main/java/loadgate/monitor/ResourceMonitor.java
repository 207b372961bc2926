package loadgate.monitor;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import oshi.SystemInfo;

/** Reads target, machine and load generator once per second in a thread of its own. */
public final class ResourceMonitor {

  private final Optional<TargetMeter> target;
  private final Optional<Host> host;
  private final Injector injector;
  private final Consumer<ResourceSample> samples;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "loadgate-monitor");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param system empty when nothing can be read of this machine
   * @param target empty when there is nothing to read
   * @param lagMillis how late timers of the load generator fired on average since it was asked
   *     before
   * @param samples takes all that is read, in the order in which it was read
   */
  public ResourceMonitor(
      Optional<SystemInfo> system,
      Optional<TargetMeter> target,
      DoubleSupplier lagMillis,
      Consumer<ResourceSample> samples) {
    this.target = target;
    this.host = system.map(Host::new);
    this.injector = new Injector(lagMillis);
    this.samples = samples;
    target.ifPresent(TargetMeter::read);
  }

  public void start() {
    injector.start();
    timer.scheduleAtFixedRate(this::sample, 1, 1, TimeUnit.SECONDS);
  }

  /** Reads a last time, unless a reading is under way, and stops. */
  public void stop() {
    timer.shutdown();
    try {
      if (timer.awaitTermination(2, TimeUnit.SECONDS)) {
        sample();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One reading that fails is missing in the record and costs none of the others. */
  private void sample() {
    try {
      Optional<ProcessUse> use = target.flatMap(TargetMeter::read);
      samples.accept(new ResourceSample(Instant.now(), use, host.map(Host::read), injector.read()));
    } catch (RuntimeException e) {
      // Missing is what it says.
    }
  }
}
