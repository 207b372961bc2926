package loadgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small project that puts a load on an API. Its files are templates beside this class, in which
 * {@code @name@} stands for a value.
 *
 * @param folder to write to
 * @param path that users ask for
 * @param tried the same, when the API has answered there
 * @param login where users log in first
 * @param plain whether it is a plain Gatling simulation, without user types and load profiles
 */
record StarterProject(
    Path folder,
    URI baseUrl,
    String path,
    Optional<String> tried,
    Optional<String> login,
    boolean plain) {

  private static final String TEMPLATES = "/loadgate/init/";
  private static final String SIMULATIONS = "src/test/java/simulations/";
  private static final String RESOURCES = "src/test/resources/";

  private static final String FILES_OF_PLAIN =
      "| `src/test/java/simulations/ApiSimulation.java` | the simulation: scenario, injection,"
          + " protocol |";
  private static final String FILES_OF_USER_TYPES =
      "| `src/test/java/simulations/VisitorUser.java` | what a user does |\n"
          + "| `src/test/resources/feeders/` | the data that it needs |";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Writes all files.
   *
   * @return how many
   * @throws IOException if the folder is not empty, or a file cannot be written
   */
  int write() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new IOException(folder + " is not empty");
        }
      }
    }
    Map<String, String> templates = templates();
    Map<String, String> values = values();
    for (Map.Entry<String, String> template : templates.entrySet()) {
      String text = new String(resource(template.getValue()), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("@" + value.getKey() + "@", value.getValue());
      }
      Path file = folder.resolve(template.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    return templates.size();
  }

  /** Files of the project with their templates. */
  private Map<String, String> templates() {
    String variant = plain ? "plain/" : "user-types/";
    Map<String, String> files = new TreeMap<>();
    files.put("pom.xml", "common/pom.xml");
    files.put("README.md", "common/README.md");
    files.put(".gitignore", "common/gitignore");
    files.put(".github/workflows/load-test.yml", "common/load-test.yml");
    files.put(RESOURCES + "gatling.conf", variant + "gatling.conf");
    files.put(RESOURCES + "feeders/pages.csv", "user-types/pages.csv");
    files.put(SIMULATIONS + "ApiSimulation.java", variant + "ApiSimulation.java");
    if (!plain) {
      files.put(
          SIMULATIONS + "VisitorUser.java",
          (login.isPresent() ? "login/" : variant) + "VisitorUser.java");
    }
    if (login.isPresent()) {
      files.put(RESOURCES + "feeders/accounts.csv", "login/accounts.csv");
    }
    return files;
  }

  private Map<String, String> values() throws IOException {
    Map<String, String> values = new HashMap<>();
    try (InputStream pinned = getClass().getResourceAsStream(TEMPLATES + "versions.properties")) {
      Properties versions = new Properties();
      versions.load(pinned);
      versions.stringPropertyNames().forEach(tool -> values.put(tool, versions.getProperty(tool)));
    }
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    values.put("name", name.replaceAll("[^\\w.-]", "-"));
    values.put("baseUrl", baseUrl.toString());
    values.put(
        "allowedHosts",
        LOOPBACK.contains(baseUrl.getHost())
            ? ""
            : "\n  target.allowed-hosts = [\"" + baseUrl.getHost() + "\"]");
    values.put("path", path);
    values.put(
        "preflight",
        tried
            .filter(found -> !found.equals("/"))
            .map("\n  preflight = \"%s\""::formatted)
            .orElse(""));
    values.put("login", login.orElse(""));
    String baseUrlKey = plain ? "loadgate.target.base-url" : "baseUrl";
    String allowedHostsKey = plain ? "loadgate.target.allowed-hosts" : "allowedHosts";
    values.put("baseUrlKey", baseUrlKey);
    values.put("allowedHostsKey", allowedHostsKey);
    // Variables of the environment are a plain simulation's own.
    values.put(
        "inCi",
        plain
            ? " \"-D%s=$TARGET_HOST\" \"-D%s=$ALLOWED_HOSTS\""
                .formatted(baseUrlKey, allowedHostsKey)
            : "");
    values.put("andLoad", plain ? "" : ", more users, longer");
    values.put("overrides", plain ? "" : " -Dusers=20 -Dduration=5m");
    values.put("profile", plain ? "" : ", load profile");
    values.put("files", plain ? FILES_OF_PLAIN : FILES_OF_USER_TYPES);
    return values;
  }

  private byte[] resource(String template) throws IOException {
    try (InputStream stream = getClass().getResourceAsStream(TEMPLATES + template)) {
      return stream.readAllBytes();
    }
  }
}
