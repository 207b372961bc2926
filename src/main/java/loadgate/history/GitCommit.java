package loadgate.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads the Git commit of a folder. */
public final class GitCommit {

  /** Stands behind the hash when tracked files differ from that commit. */
  static final String DIRTY = "-dirty";

  private static final long PATIENCE_SECONDS = 5;

  private GitCommit() {}

  /**
   * The full hash, followed by {@link #DIRTY} or not. Empty without Git, outside a work tree,
   * before the first commit, and when Git does not answer soon.
   */
  public static Optional<String> of(Path folder) {
    ProcessBuilder git =
        new ProcessBuilder(
                "git", "describe", "--always", "--dirty=" + DIRTY, "--abbrev=40", "--exclude=*")
            .directory(folder.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return answer(git.start());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** One line, which fits into the pipe, so that the process can end before it is read. */
  private static Optional<String> answer(Process git) throws IOException, InterruptedException {
    try {
      git.getOutputStream().close();
      if (!git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || git.exitValue() != 0) {
        return Optional.empty();
      }
      String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Optional.of(commit.strip()).filter(text -> !text.isEmpty());
    } finally {
      git.destroyForcibly();
    }
  }
}
