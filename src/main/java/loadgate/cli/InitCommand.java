package loadgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import loadgate.target.Target;
import loadgate.target.TargetException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a project that is ready to run against an API. */
@Command(
    name = "init",
    description = "Writes a project that puts a load on an API.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Paths that a backend often answers without a login. */
  private static final List<String> USUAL_PATHS =
      List.of("/", "/health", "/healthz", "/actuator/health", "/api/health", "/status", "/ping");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder of the project; new or empty.")
  private Path folder;

  @Option(
      names = "--base-url",
      required = true,
      paramLabel = "URL",
      description = "The API: http(s)://host[:port][/path]; without a scheme http.")
  private String address;

  private URI baseUrl;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description =
          "What users ask for; without it the first path that the API answers, of / and the usual"
              + " ones of health checks.")
  private Optional<String> path = Optional.empty();

  @Option(
      names = "--login",
      arity = "0..1",
      fallbackValue = "/login",
      paramLabel = "PATH",
      description = "Users log in there first, for a token (default: ${FALLBACK-VALUE}).")
  private Optional<String> login = Optional.empty();

  @Option(
      names = "--plain",
      description = "A plain Gatling simulation with gates, without user types and load profiles.")
  private boolean plain;

  @Override
  public Integer call() throws IOException {
    check();
    PrintWriter out = spec.commandLine().getOut();
    Optional<String> tried = path.isPresent() ? Optional.empty() : answeredPath();
    Optional<String> answered = path.or(() -> tried);
    StarterProject project =
        new StarterProject(
            folder, baseUrl, answered.orElse(USUAL_PATHS.get(0)), tried, login, plain);
    int files = project.write();
    out.printf("%s files in %s%n", files, folder);
    out.println(
        answered
            .map(found -> "its users ask for %s%s".formatted(baseUrl, found))
            .orElse(
                ("its users ask for %s/, which does not answer with 200 now: put paths that do into"
                        + " src/test/resources/feeders/pages.csv")
                    .formatted(baseUrl)));
    login.ifPresent(
        at -> out.println("their accounts are in src/test/resources/feeders/accounts.csv"));
    out.printf("run it: cd %s && mvn gatling:test%n", folder);
    return CommandLine.ExitCode.OK;
  }

  private void check() {
    try {
      baseUrl = URI.create(address.contains("://") ? address : "http://" + address);
    } catch (IllegalArgumentException e) {
      throw wrong("--base-url: allowed is http(s)://host[:port][/path]");
    }
    boolean http = List.of("http", "https").contains(String.valueOf(baseUrl.getScheme()));
    boolean bare =
        baseUrl.getQuery() == null
            && baseUrl.getFragment() == null
            && baseUrl.getUserInfo() == null;
    if (!http || baseUrl.getHost() == null || !bare) {
      throw wrong("--base-url: allowed is http(s)://host[:port][/path]");
    }
    baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    login.ifPresent(at -> checkPath("--login", at));
    path.ifPresent(asked -> checkPath("--path", asked));
    if (plain && login.isPresent()) {
      throw wrong("--login is for user types; leave it or --plain out");
    }
  }

  private void checkPath(String option, String written) {
    if (!written.matches("/[\\w./~%:@!$&'()*+,;=?-]*")) {
      throw wrong(option + ": allowed is a path such as /api/orders");
    }
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  /** Asks the API; one that is not there yet has none. */
  private Optional<String> answeredPath() {
    try {
      Target target = new Target(baseUrl, false, PATIENCE);
      return USUAL_PATHS.stream().filter(usual -> target.get(usual).status() == 200).findFirst();
    } catch (TargetException e) {
      return Optional.empty();
    }
  }
}
