package loadgate.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loadgate.model.InjectorShare;
import loadgate.report.AtomicFile;

/**
 * A folder that all injectors see: each writes {@code ready-<index>}; when all are there, the first
 * one writes {@code start}, which holds milliseconds since 1970.
 */
record FileBarrier(Path folder, InjectorShare share) implements CommonStart.Barrier {

  /** How long the other injectors have to see the file. */
  private static final Duration NOTICE = Duration.ofSeconds(2);

  /**
   * @throws IOException if the folder cannot be written, or another injector of this number was
   *     there before
   */
  static FileBarrier in(Path folder, InjectorShare share) throws IOException {
    FileBarrier barrier = new FileBarrier(folder, share);
    try {
      Files.createDirectories(folder);
      Files.writeString(barrier.ready(share.index()), "", StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          "%s is there already, of another injector of this number or of an earlier run; allowed"
                  .formatted(e.getMessage())
              + " is a folder of each run's own");
    } catch (IOException e) {
      throw new IOException("cannot be written: " + e.getMessage());
    }
    return barrier;
  }

  @Override
  public Optional<Instant> start() throws IOException {
    Path start = folder.resolve("start");
    if (share.isFirst() && missing().isEmpty() && !Files.exists(start)) {
      AtomicFile.write(start, Instant.now().plus(NOTICE).toEpochMilli() + "\n");
    }
    if (!Files.exists(start)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(Files.readString(start).strip())));
    } catch (NumberFormatException e) {
      throw new IOException(start + " holds no milliseconds since 1970");
    }
  }

  private Path ready(int index) {
    return folder.resolve("ready-" + index);
  }

  private List<Integer> missing() {
    return IntStream.range(0, share.count())
        .filter(index -> !Files.exists(ready(index)))
        .boxed()
        .toList();
  }

  @Override
  public OptionalLong clockOffsetMillis() {
    return OptionalLong.empty();
  }

  @Override
  public String waitsFor() {
    List<Integer> missing = missing();
    return missing.isEmpty()
        ? "injector 0 has not written " + folder.resolve("start")
        : "without injector "
            + missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
