package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCommitTest {

  @TempDir private Path folder;

  @Test
  void shouldBeEmptyOutsideAWorkTree() {
    assertThat(GitCommit.of(folder)).isEmpty();
  }

  @Test
  void shouldBeEmptyBeforeTheFirstCommit() throws Exception {
    git("init", "-q");
    assertThat(GitCommit.of(folder)).isEmpty();
  }

  @Test
  void shouldBeTheFullHashWhateverItsTags() throws Exception {
    commit();
    git("tag", "-a", "v1", "-m", "one");
    assertThat(GitCommit.of(folder).orElseThrow()).matches("[0-9a-f]{40}");
  }

  @Test
  void shouldSayWhenTrackedFilesWereChanged() throws Exception {
    commit();
    Files.writeString(folder.resolve("gatling.conf"), "loadgate {}");
    assertThat(GitCommit.of(folder).orElseThrow()).matches("[0-9a-f]{40}-dirty");
  }

  private void commit() throws IOException, InterruptedException {
    git("init", "-q");
    Files.createFile(folder.resolve("gatling.conf"));
    git("add", ".");
    git("commit", "-q", "-m", "settings");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=test", "-c", "user.email=test@localhost"));
    command.addAll(List.of(arguments));
    try {
      Process git = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
      assertThat(git.waitFor()).isZero();
    } catch (IOException e) {
      assumeTrue(false, "Git is not installed");
    }
  }
}
