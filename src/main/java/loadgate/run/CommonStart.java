package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import loadgate.model.InjectorShare;
import loadgate.model.SettingsException;
import loadgate.settings.InjectorSettings;

/**
 * The moment at which all injectors of a run start: the one that was set, or the one that they
 * agree on at a barrier.
 *
 * @param late whether this injector was more than a second late
 * @param clockOffsetMillis the clock of this process minus that of the barrier; empty when the
 *     barrier tells no time
 */
record CommonStart(boolean late, OptionalLong clockOffsetMillis) {

  private static final Duration LATE = Duration.ofSeconds(1);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  /** The first answers take as long as loading classes does, which says nothing of clocks. */
  private static final int CLOCK_READINGS = 8;

  /** Where injectors meet. */
  interface Barrier {

    /**
     * Says that this injector is ready, again and again.
     *
     * @return when all start, by the clock of the barrier; empty while one is missing
     * @throws IOException if the barrier refuses this injector
     */
    Optional<Instant> start() throws IOException, InterruptedException;

    /** Why it is not open yet. */
    String waitsFor();

    /** The clock of this process minus that of the barrier. */
    OptionalLong clockOffsetMillis();
  }

  /**
   * Waits until it is time to start; without a moment or a barrier in the settings that is now.
   *
   * @throws SettingsException when the barrier does not open in time
   */
  static CommonStart await(InjectorSettings settings) {
    try {
      if (settings.startAt().isPresent()) {
        return at(settings.startAt().get(), OptionalLong.empty(), settings.share());
      }
      if (settings.barrier().isEmpty()) {
        return new CommonStart(false, OptionalLong.empty());
      }
      Barrier barrier = barrier(settings.barrier().get(), settings.share());
      System.out.println(
          "loadgate: injector %s waits at %s"
              .formatted(settings.share(), settings.barrier().get()));
      Instant start = opened(barrier, settings.barrierTimeout());
      for (int i = 0; i < CLOCK_READINGS; i++) {
        barrier.start();
      }
      OptionalLong offset = barrier.clockOffsetMillis();
      return at(start.plusMillis(offset.orElse(0)), offset, settings.share());
    } catch (IOException e) {
      throw new SettingsException("-Dbarrier", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Barrier barrier(String place, InjectorShare share) throws IOException {
    if (place.startsWith("http://")) {
      return HttpBarrier.at(place, share);
    }
    if (place.contains("://")) {
      throw new IOException("\"%s\" is neither a folder nor an http:// URL".formatted(place));
    }
    return FileBarrier.in(Path.of(place), share);
  }

  private static Instant opened(Barrier barrier, Duration timeout)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(timeout);
    while (true) {
      Optional<Instant> start = barrier.start();
      if (start.isPresent()) {
        return start.get();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new IOException(
            "not open after %s s: %s; -DbarrierTimeout says how long to wait"
                .formatted(timeout.toSeconds(), barrier.waitsFor()));
      }
      Thread.sleep(POLL_INTERVAL.toMillis());
    }
  }

  private static CommonStart at(Instant start, OptionalLong offset, InjectorShare share)
      throws InterruptedException {
    Duration left = Duration.between(Instant.now(), start);
    boolean late = left.negated().compareTo(LATE) > 0;
    if (late) {
      System.err.printf(
          Locale.ROOT,
          "loadgate: injector %s starts %.1f s late, so the run is incomplete%n",
          share,
          -left.toMillis() / 1e3);
    }
    Thread.sleep(Math.max(0, left.toMillis()));
    return new CommonStart(late, offset);
  }
}
