package proof.ownapi;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.GatedSimulation;
import picocli.CommandLine;
import proof.FinishedRun;
import proof.GatlingCommand;

/**
 * A project that has loadgate as a dependency and nothing else of this one. It is built by Maven,
 * with a local repository of its own: loadgate is installed there, everything else is that of this
 * build.
 */
record MavenProject(Path folder, Path repository) {

  private static final String VERSION = "1.0.0-SNAPSHOT";

  private static final Path BUILD = Path.of("target").toAbsolutePath();
  private static final Path REPOSITORY = BUILD.resolve("own-api-repository");
  private static final long SECONDS = 300;

  private static boolean installed;

  private static volatile boolean resolved;

  /** An empty one below the folder, of that name. */
  static MavenProject in(Path folder, String name) throws IOException {
    install();
    return new MavenProject(folder.resolve(name), REPOSITORY);
  }

  private static synchronized void install() throws IOException {
    if (installed) {
      return;
    }
    Path repository = Files.createDirectories(REPOSITORY);
    try (Stream<Path> groups = Files.list(repositoryOfThisBuild())) {
      for (Path group : groups.filter(Files::isDirectory).toList()) {
        Path link = repository.resolve(group.getFileName());
        if (!group.endsWith("loadgate") && !Files.isSymbolicLink(link)) {
          Files.createSymbolicLink(link, group);
        }
      }
    }
    Path jar = jar(repository);
    Files.createDirectories(jar.getParent());
    Files.copy(
        Path.of("pom.xml"), jar.resolveSibling("loadgate-" + VERSION + ".pom"), REPLACE_EXISTING);
    jarOfLoadgate(jar);
    installed = true;
  }

  private static Path jar(Path repository) {
    return repository.resolve("loadgate/loadgate/%1$s/loadgate-%1$s.jar".formatted(VERSION));
  }

  private static Path repositoryOfThisBuild() {
    // <repository>/info/picocli/picocli/<version>/<file>
    return location(CommandLine.class).resolve("../../../../..").normalize();
  }

  private static Path location(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /** The jar that the build has packaged; from a folder of classes, one as it would be. */
  private static void jarOfLoadgate(Path jar) throws IOException {
    Path built = location(GatedSimulation.class);
    if (Files.isRegularFile(built)) {
      Files.copy(built, jar, REPLACE_EXISTING);
      return;
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> classes = Files.walk(built)) {
      for (Path each : classes.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(built.relativize(each).toString()));
        Files.copy(each, out);
      }
    }
  }

  /** Copies files of the tests' resources into it. */
  MavenProject with(String resources) throws IOException {
    Path from = Path.of("src/test/resources").resolve(resources);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    return this;
  }

  /** {@code mvn gatling:test}. */
  FinishedRun test(Map<String, String> properties) throws Exception {
    List<String> words = new ArrayList<>(List.of("gatling:test"));
    properties.forEach((key, value) -> words.add("-D" + key + "=" + value));
    // Seconds of load are not worth the best compiler.
    words.add("-Dgatling.jvmArgs=-XX:TieredStopAtLevel=1,-XX:+UseSerialGC");
    return maven(words.toArray(String[]::new));
  }

  /**
   * Gatling without Maven, on what an earlier run has compiled, as Maven takes longer than the
   * load. The exit code is Gatling's own: 2 for a red gate.
   */
  FinishedRun simulate(String simulation, Map<String, String> properties) throws Exception {
    Path results = Files.createTempDirectory(folder, "results");
    GatlingCommand gatling =
        new GatlingCommand(
            List.of(),
            classPath(),
            properties,
            List.of("-s", simulation, "-rf", results.toString()));
    GatlingCommand.Outcome outcome = gatling.finish(SECONDS);
    return new FinishedRun(outcome.exitCode(), outcome.console(), results);
  }

  /**
   * Its own classes, loadgate as it was installed, and the libraries of this build, which are more
   * than loadgate brings along: that those suffice, Maven's run shows.
   */
  private String classPath() {
    Stream<String> libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar") && !Path.of(entry).startsWith(BUILD));
    return Stream.concat(
            Stream.of(folder.resolve("target/test-classes").toString(), jar(repository).toString()),
            libraries)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The first run downloads what the others need, and not several at once. */
  FinishedRun maven(String... words) throws Exception {
    if (!resolved) {
      synchronized (MavenProject.class) {
        if (!resolved) {
          FinishedRun first = run(words);
          resolved = true;
          return first;
        }
      }
    }
    return run(words);
  }

  private FinishedRun run(String... words) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dmaven.repo.local=" + repository));
    command.addAll(List.of(words));
    ProcessBuilder maven =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    List.of("LOAD_PROFILE", "TARGET_HOST", "ALLOWED_HOSTS").forEach(maven.environment()::remove);
    Process process = maven.start();
    try {
      String console = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new FinishedRun(process.waitFor(), console, folder.resolve("results"));
    } finally {
      process.destroy();
    }
  }
}
