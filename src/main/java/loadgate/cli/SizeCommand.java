package loadgate.cli;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.concurrent.Callable;
import loadgate.UserType;
import loadgate.model.LoadModel;
import loadgate.model.SettingsException;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Computes how many injectors a load needs. */
@Command(
    name = "size",
    description = "Computes how many injectors a load needs, from measured figures of one.",
    mixinStandardHelpOptions = true)
final class SizeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--users", required = true, paramLabel = "N", description = "At the peak.")
  private int users;

  @Option(
      names = "--profile",
      required = true,
      paramLabel = "PROFILE",
      description = "The load profile; its weights and think times say how often users send.")
  private String profile;

  @Option(
      names = "--requests-per-second",
      paramLabel = "R",
      description = "Of all users, when it is known; without it one request per iteration.")
  private Double requestsPerSecond;

  @Option(
      names = "--cpu-per-request",
      defaultValue = "1.3ms",
      paramLabel = "TIME",
      converter = CpuTime.class,
      description = "CPU time of the load generator (default: ${DEFAULT-VALUE}).")
  private Duration cpuPerRequest;

  @Option(
      names = "--cores",
      defaultValue = "2",
      paramLabel = "CORES",
      description = "Of one injector (default: ${DEFAULT-VALUE}).")
  private double cores;

  @Option(
      names = "--utilization",
      defaultValue = "70",
      paramLabel = "PERCENT",
      description = "Of its cores; at 90 it counts as saturated (default: ${DEFAULT-VALUE}).")
  private double utilization;

  @Option(
      names = "--ports",
      defaultValue = "28232",
      paramLabel = "PORTS",
      description = "Of one injector for one address of the target (default: ${DEFAULT-VALUE}).")
  private int ports;

  @Override
  public Integer call() throws IOException {
    require(users > 0, "--users", "1 or more");
    require(requestsPerSecond == null || requestsPerSecond > 0, "--requests-per-second", "above 0");
    require(cores > 0, "--cores", "above 0");
    require(utilization > 0 && utilization <= 100, "--utilization", "above 0, at most 100");
    require(ports > 0, "--ports", "1 or more");
    PrintWriter out = spec.commandLine().getOut();
    double rate = requestsPerSecond(out);
    InjectorDemand demand =
        new InjectorDemand(users, rate, cpuPerRequest, cores, utilization / 100, ports);
    out.printf(
        Locale.ROOT,
        "CPU: %.0f requests/s of %.3g ms each keep %.1f cores busy; %.3g cores, used to %.3g %%:"
            + " %s%n",
        rate,
        cpuPerRequest.toNanos() / 1e6,
        demand.busyCores(),
        cores,
        utilization,
        demand.forCpu());
    out.printf(
        Locale.ROOT,
        "connections: %s, one for each user; %s ports for one address of the target: %s%n",
        users,
        ports,
        demand.forConnections());
    out.printf("injectors: %s%n", demand.injectors());
    return CommandLine.ExitCode.OK;
  }

  private double requestsPerSecond(PrintWriter out) throws IOException {
    Settings settings = settings();
    if (requestsPerSecond != null) {
      return requestsPerSecond;
    }
    OptionalDouble perUser = iterationsPerSecond(settings);
    if (settings.profile().model() == LoadModel.OPEN || perUser.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "the profile %s does not say how often a user sends; give --requests-per-second"
              .formatted(profile));
    }
    double rate = users * perUser.getAsDouble();
    out.printf(
        Locale.ROOT,
        "load: %s users, %.3g s of think time between two iterations, one request in each: %.0f"
            + " requests/s at most%n",
        users,
        1 / perUser.getAsDouble(),
        rate);
    return rate;
  }

  /** Those of a user on average, when every answer is there at once; empty without think time. */
  private static OptionalDouble iterationsPerSecond(Settings settings) {
    double rates = 0;
    int all = 0;
    for (Map.Entry<String, Integer> weight : settings.profile().weights().entrySet()) {
      double seconds = settings.userTypes().get(weight.getKey()).thinkTime().mean().toNanos() / 1e9;
      rates += weight.getValue() / seconds;
      all += weight.getValue();
    }
    return Double.isFinite(rates) && rates > 0
        ? OptionalDouble.of(rates / all)
        : OptionalDouble.empty();
  }

  private Settings settings() throws IOException {
    Properties chosen = new Properties();
    chosen.setProperty("profile", profile);
    try {
      return Settings.load(
          ConfigFactory.parseResources("gatling.conf"),
          Map.of(),
          chosen,
          UserTypeCatalog.names(UserType.class),
          "");
    } catch (SettingsException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void require(boolean holds, String option, String allowed) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), option + ": allowed is " + allowed);
    }
  }

  /** A time such as 1.3ms or 80us. */
  static final class CpuTime implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String written) {
      try {
        Duration time = ConfigValueFactory.fromAnyRef(written).atKey("time").getDuration("time");
        if (time.toNanos() > 0 && !written.matches("[\\d.]+")) {
          return time;
        }
      } catch (ConfigException e) {
        // Falls through to the one message that says what is allowed.
      }
      throw new TypeConversionException(
          "\"%s\" is not allowed; allowed is a time such as 1.3ms or 80us".formatted(written));
    }
  }
}
