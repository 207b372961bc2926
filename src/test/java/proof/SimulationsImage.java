package proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The image that {@code deploy/Containerfile} describes. In place of the two images that it starts
 * from, which only a registry has, there is one with this machine's Java and the programs that the
 * manifests call. Maven is that of this machine, with its local repository.
 */
final class SimulationsImage {

  static final String NAME = "localhost/loadgate:1";

  private static final Path CONTAINERFILE = Path.of("deploy", "Containerfile");

  private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)");

  private static final String BASE =
      """
      FROM scratch
      COPY . /
      ENV PATH=/opt/java/bin:/usr/bin:/bin
      CMD ["sleep", "infinity"]
      """;

  private static final List<String> PROGRAMS =
      Stream.of("sh", "ls", "mkdir", "sleep", "touch", "wc").map("/bin/"::concat).toList();

  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

  /** Nothing above is linked with them, but Netty's library for TLS is. */
  private static final List<String> MORE_OF_LIBC =
      List.of("libdl.so.2", "libpthread.so.0", "librt.so.1");

  private SimulationsImage() {}

  /** Compiles the project once more, inside of it. */
  static void build(Podman podman, Path folder) throws IOException {
    buildBase(podman, folder);
    List<String> command =
        new ArrayList<>(List.of("build", "--network=host", "--file=" + CONTAINERFILE));
    FROM.matcher(Files.readString(CONTAINERFILE))
        .results()
        .map(from -> from.group(1) + "=container-image://" + Podman.BASE_IMAGE)
        .forEach(replaced -> command.add("--build-context=" + replaced));
    command.add("--volume=/usr:/usr:ro");
    command.add("--volume=/etc:/etc:ro");
    command.add("--volume=" + System.getProperty("user.home") + "/.m2:/root/.m2");
    command.addAll(List.of("--tag=" + NAME, "."));
    podman.run(command.toArray(String[]::new));
  }

  private static void buildBase(Podman podman, Path folder) throws IOException {
    Path root = Files.createDirectory(folder.resolve("root"));
    Path java = root.resolve("opt/java");
    String jlink = Path.of(System.getProperty("java.home"), "bin", "jlink").toString();
    Programs.output(jlink, "--add-modules=ALL-MODULE-PATH", "--output=" + java);

    List<String> copy = new ArrayList<>(List.of("cp", "--parents", "--dereference"));
    copy.addAll(PROGRAMS);
    copy.addAll(libraries(java));
    copy.add(root.toString());
    Programs.output(copy.toArray(String[]::new));

    Programs.output("mkdir", "--mode=1777", root.resolve("tmp").toString());
    Path containerfile = Files.writeString(folder.resolve("Containerfile"), BASE);
    podman.run("build", "--file=" + containerfile, "--tag=" + Podman.BASE_IMAGE, root.toString());
  }

  private static Set<String> libraries(Path java) throws IOException {
    List<String> ldd = new ArrayList<>(List.of("ldd"));
    ldd.addAll(PROGRAMS);
    for (String ofJava : List.of("bin/java", "lib/server/libjvm.so", "lib/libjimage.so")) {
      ldd.add(java.resolve(ofJava).toString());
    }
    Set<String> libraries = new TreeSet<>();
    for (MatchResult library :
        LIBRARY.matcher(Programs.output(ldd.toArray(String[]::new))).results().toList()) {
      if (!library.group(1).startsWith(java.toString())) {
        libraries.add(library.group(1));
      }
      if (library.group(1).endsWith("/libc.so.6")) {
        MORE_OF_LIBC.forEach(more -> libraries.add(library.group(1).replace("libc.so.6", more)));
      }
    }
    return libraries;
  }
}
