package proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Podman with images and containers of its own. Needs root, and podman, runc and conmon; Debian has
 * them in packages of these names.
 */
final class Podman implements AutoCloseable {

  /** The image of the containers that hold a pod together; it has to sleep by itself. */
  static final String BASE_IMAGE = "localhost/base:1";

  /** Inside of a container, more open files and other control groups are not allowed. */
  private static final String CONFIGURATION =
      """
      [containers]
      default_ulimits = ["nofile=20000:20000", "nproc=4096:4096"]
      [engine]
      runtime = "runc"
      cgroup_manager = "cgroupfs"
      events_logger = "file"
      infra_image = "%s"
      """;

  private final Path folder;

  private Podman(Path folder) {
    this.folder = folder;
  }

  /** Skips the test where podman is not installed. */
  static Podman startIn(Path folder) throws IOException {
    Programs.assumeInstalled("running the pods", "podman", "runc", "conmon");
    Files.writeString(folder.resolve("containers.conf"), CONFIGURATION.formatted(BASE_IMAGE));
    return new Podman(folder);
  }

  /** What a command prints that ends with 0. */
  String run(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "podman",
                "--root=" + folder.resolve("images"),
                "--runroot=" + folder.resolve("run"),
                "--tmpdir=" + folder.resolve("tmp")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CONTAINERS_CONF", folder.resolve("containers.conf").toString());
    return Programs.output(builder);
  }

  /** Kills what still runs. Everything else is in the folder. */
  @Override
  public void close() throws IOException {
    run("pod", "rm", "--all", "--force", "--time=0");
  }
}
