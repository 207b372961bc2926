package loadgate.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what a scheduler needs to start the injectors of a run and to merge their logs. */
@Command(
    name = "deploy",
    description = "Prints what a scheduler needs for a run of several injectors.",
    mixinStandardHelpOptions = true,
    subcommands = DeployCommand.Kubernetes.class)
final class DeployCommand {

  @Command(
      name = "kubernetes",
      description = "Prints the manifests for Kubernetes; applies nothing.",
      mixinStandardHelpOptions = true)
  static final class Kubernetes implements Callable<Integer> {

    private static final int MOST_INJECTORS = 1_000;

    /** Of a name in the DNS; a pod's host name has the injector's number behind it. */
    private static final String NAME = "[a-z]([-a-z0-9]{0,48}[a-z0-9])?";

    private static final String NAMESPACE = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    @Spec private CommandSpec spec;

    @Option(
        names = "--injectors",
        required = true,
        paramLabel = "N",
        description = "How many, 2 to " + MOST_INJECTORS + ".")
    private int injectors;

    @Option(
        names = "--profile",
        required = true,
        paramLabel = "PROFILE",
        description = "The load profile of the whole run.")
    private String profile;

    @Option(
        names = "--simulation",
        paramLabel = "CLASS",
        description = "Its full name (default: simulations.MixedSimulation).")
    private Optional<String> simulation = Optional.empty();

    @Option(
        names = "--base-url",
        paramLabel = "URL",
        description = "The target; without it that of the image's gatling.conf.")
    private Optional<URI> baseUrl = Optional.empty();

    @Option(
        names = "--allowed-hosts",
        split = ",",
        paramLabel = "HOST",
        description = "Hosts that load may be sent to; without it those of the image.")
    private List<String> allowedHosts = List.of();

    @Option(
        names = "--image",
        paramLabel = "IMAGE",
        description = "The image of the simulations (default: loadgate:1).")
    private Optional<String> image = Optional.empty();

    @Option(names = "--namespace", paramLabel = "NAMESPACE", description = "Without it, kubectl's.")
    private Optional<String> namespace = Optional.empty();

    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "Of the run; one for each (default: loadgate).")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() throws IOException {
      check();
      KubernetesManifests manifests =
          new KubernetesManifests()
              .with("--injectors", String.valueOf(injectors))
              .with("--profile", profile)
              .with("--simulation", simulation)
              .with("--base-url", baseUrl.map(URI::toString))
              .with("--allowed-hosts", String.join(",", allowedHosts))
              .with("--image", image)
              .with("--name", name);
      spec.commandLine().getOut().print(manifests.in(namespace));
      spec.commandLine().getOut().flush();
      return CommandLine.ExitCode.OK;
    }

    private void check() {
      if (injectors < 2 || injectors > MOST_INJECTORS) {
        throw wrong("--injectors", String.valueOf(injectors), "2 to " + MOST_INJECTORS);
      }
      matches("--profile", Optional.of(profile), "[\\w.-]+", "the name of a load profile");
      matches("--simulation", simulation, "[\\w$]+(\\.[\\w$]+)*", "the full name of a class");
      matches("--image", image, "[\\w./:@-]+", "the name of an image");
      matches("--name", name, NAME, "a to z, 0 to 9 and -, from a letter on, at most 50");
      matches("--namespace", namespace, NAMESPACE, "a to z, 0 to 9 and -, at most 63");
      for (String host : allowedHosts) {
        matches("--allowed-hosts", Optional.of(host), "[\\w.:-]+", "names of hosts");
      }
      matches(
          "--base-url",
          baseUrl.map(URI::toString),
          "https?://[^\\s\"\\\\$?#@]+",
          "http(s)://host[:port][/path]");
    }

    private void matches(String option, Optional<String> written, String pattern, String allowed) {
      written
          .filter(value -> !value.matches(pattern))
          .ifPresent(
              value -> {
                throw wrong(option, value, allowed);
              });
    }

    private ParameterException wrong(String option, String written, String allowed) {
      return new ParameterException(
          spec.commandLine(),
          "%s: \"%s\" is not allowed; allowed is %s".formatted(option, written, allowed));
    }
  }
}
