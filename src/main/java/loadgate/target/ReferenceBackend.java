package loadgate.target;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.settings.ReferenceBackendSettings;

/**
 * The embedded target: a process of its own on a free loopback port. It watches the pipe to this
 * process and ends when that breaks, so it never outlives its parent, however the parent ended.
 */
public final class ReferenceBackend {

  private static final String ANNOUNCEMENT = "listening on ";

  private ReferenceBackend() {}

  /** Starts it and waits until it serves; throws {@link TargetException} with its own words. */
  public static URI start(ReferenceBackendSettings settings) {
    Process process = launch(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    CompletableFuture<String> announcement =
        CompletableFuture.supplyAsync(() -> announcement(process));
    try {
      return URI.create(
          announcement
              .get(settings.startTimeout().toMillis(), TimeUnit.MILLISECONDS)
              .substring(ANNOUNCEMENT.length()));
    } catch (ExecutionException e) {
      throw new TargetException(
          "the reference backend does not start: " + e.getCause().getMessage());
    } catch (TimeoutException e) {
      throw new TargetException(
          String.format(
              "the reference backend does not serve within %s s; a slow machine may need a higher"
                  + " loadgate.backend.start-timeout",
              settings.startTimeout().toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Process launch(ReferenceBackendSettings settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Serves seconds earlier and leaves more of a small machine to the load generator.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    settings.options().forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add("-Dloadgate.backend.port=0");
    command.add("-Dloadgate.backend.parent=true");
    command.addAll(List.of("-cp", classPath(), settings.mainClass()));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new TargetException("the reference backend does not start: " + e.getMessage());
    }
  }

  /** That of the project, also where a build tool runs Gatling in its own process. */
  private static String classPath() {
    return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader project
        ? Stream.of(project.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  /** Waits for the announcement and then keeps the pipe empty, so that the backend never blocks. */
  private static String announcement(Process process) {
    BufferedReader output = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    List<String> before = new ArrayList<>();
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(ANNOUNCEMENT)) {
          Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}));
          drain.setDaemon(true);
          drain.start();
          return line;
        }
        before.add(line);
      }
    } catch (IOException e) {
      before.add(e.getMessage());
    }
    throw new TargetException(before.isEmpty() ? "it ended at once" : before.get(0));
  }
}
