package loadgate.run;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.load.LoadPlan;
import loadgate.load.UserTypeLoad;
import loadgate.model.InjectorShare;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.Measure;
import loadgate.model.Stage;
import loadgate.model.Unit;
import loadgate.settings.InjectorSettings;
import loadgate.settings.Settings;

/** Says on the console what is about to run. */
public record StartupBanner(
    Class<?> simulation,
    Settings settings,
    Optional<URI> baseUrl,
    LoadPlan plan,
    MaxThroughput maxThroughput,
    SampleForecast forecast,
    String resources,
    Gates gates) {

  public String text() {
    StringBuilder text = new StringBuilder("\nloadgate " + simulation.getSimpleName() + "\n");
    told().forEach((label, value) -> line(text, label, value));
    InjectorSettings injector = settings.injector();
    if (!injector.share().isWhole()) {
      line(
          text,
          "injector",
          injector.share() + ", counted from 0, with " + usersOf(injector.share()));
      if (injector.startAt().isEmpty() && injector.barrier().isEmpty()) {
        line(text, "WARNING", "without -Dbarrier or -DstartAt injectors do not start together");
      }
    }
    if (Double.isFinite(maxThroughput.total())) {
      line(
          text,
          "ceiling",
          Unit.PER_SECOND.text(maxThroughput.total()) + " requests, as users pause");
    }
    plan.leftOut().forEach(type -> line(text, "left out", type + leftOutGates(type)));
    lines(text, "gates", gateLines());
    line(text, "compared", comparison());
    gates.observed().stream()
        .filter(gate -> gate.settings().off().isPresent())
        .forEach(
            gate -> line(text, "off", gate.title() + ": " + gate.settings().off().orElseThrow()));
    lines(text, "too short", forecast.shortages(gates));
    if (settings.target().trustAnyCertificate()) {
      line(text, "WARNING", "certificates and host names are not verified");
    }
    return text.toString();
  }

  /** What runs, and on what, by labels. */
  public Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("target", target());
    told.put("resources", resources);
    told.put(
        "profile",
        settings.profile().isOwn()
            ? ofOwnLoad()
            : plan.profile().name() + ", " + model() + ", " + stages());
    if (!plan.mix().isEmpty()) {
      told.put("users", users(plan.mix()));
    }
    if (!plan.background().isEmpty()) {
      told.put("beside", users(plan.background()));
    }
    if (!settings.overrides().isEmpty()) {
      told.put("overrides", String.join("; ", settings.overrides()));
    }
    return told;
  }

  private String ofOwnLoad() {
    String load = "the simulation's own injection";
    return settings.profile().equals(LoadProfile.own())
        ? load
        : settings.profile().name() + " of gates alone, with " + load;
  }

  private static void lines(StringBuilder text, String label, Collection<String> values) {
    String next = label;
    for (String value : values) {
      line(text, next, value);
      next = "";
    }
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(String.format("  %-9s %s%n", label, value));
  }

  private String target() {
    if (settings.profile().isOwn()) {
      return baseUrl.map(URI::toString).orElse("as the simulation says");
    }
    String url = baseUrl.orElseThrow().toString();
    return settings.target().baseUrl().isPresent()
        ? url
        : url + " (reference backend, as no base URL is given)";
  }

  private String model() {
    return plan.profile().model() == LoadModel.CLOSED ? "closed" : "open";
  }

  private String stages() {
    LoadProfile profile = plan.profile();
    StringBuilder text = new StringBuilder();
    double from = 0;
    for (Stage stage : profile.stages()) {
      Duration change = stage.change(from);
      if (!change.isZero()) {
        text.append(change(from, stage.target(), change));
      }
      Duration hold = stage.duration().minus(change);
      if (!hold.isZero()) {
        text.append(number(stage.target())).append(" for ").append(seconds(hold)).append(", ");
      }
      from = stage.target();
    }
    return text + "in all " + seconds(profile.duration());
  }

  private String change(double from, double to, Duration change) {
    return number(from) + " to " + number(to) + " in " + seconds(change) + ", ";
  }

  private String users(List<UserTypeLoad> loads) {
    return loads.stream()
        .map(load -> load.userType() + " " + number(plan.model(load), load.peak()))
        .collect(Collectors.joining(", "));
  }

  private String usersOf(InjectorShare share) {
    String users =
        plan.loads().stream()
            .filter(load -> plan.peak(load, share) > 0)
            .map(load -> load.userType() + " " + number(plan.model(load), plan.peak(load, share)))
            .collect(Collectors.joining(", "));
    return users.isEmpty() ? "no users" : users;
  }

  private String number(double load) {
    return number(plan.profile().model(), load);
  }

  private static String number(LoadModel model, double load) {
    return model == LoadModel.CLOSED ? String.valueOf((int) load) : Unit.PER_SECOND.text(load);
  }

  private String leftOutGates(String type) {
    String names =
        gates.leftOut().stream()
            .filter(gate -> gate.settings().userType().orElseThrow().equals(type))
            .map(Gate::measure)
            .filter(measure -> !measure.isOfTheWorst())
            .map(Measure::name)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? " (no users)" : " (no users) with its gates: " + names;
  }

  /** A gate that all user types have from one place in the settings takes one line. */
  private Set<String> gateLines() {
    Map<String, Long> sameGates =
        gates.active().stream()
            .filter(StartupBanner::mayBeOfAll)
            .collect(Collectors.groupingBy(StartupBanner::ofAllUserTypes, Collectors.counting()));
    Set<String> lines = new LinkedHashSet<>();
    for (Gate gate : gates.active()) {
      if (gate.measure().isRegression() || gate.measure().isOfTheWorst()) {
        continue;
      }
      String ofAll = ofAllUserTypes(gate);
      boolean isOfAll =
          plan.userTypes().size() > 1
              && sameGates.getOrDefault(ofAll, 0L) == plan.userTypes().size();
      lines.add(isOfAll ? ofAll.substring(ofAll.indexOf('\n') + 1) : gate(gate.title(), gate));
    }
    return lines;
  }

  private static boolean mayBeOfAll(Gate gate) {
    return gate.settings().userType().isPresent()
        && gate.settings().detail().isEmpty()
        && !gate.isOfResources();
  }

  private String comparison() {
    long figures = gates.active().stream().filter(gate -> gate.measure().isRegression()).count();
    return figures == 0 ? gates.basis() : "%s figures with %s".formatted(figures, gates.basis());
  }

  private static String ofAllUserTypes(Gate gate) {
    return gate.settings().where() + "\n" + gate("each user type " + gate.measure().name(), gate);
  }

  private static String gate(String title, Gate gate) {
    String fail = gate.text(gate.settings().fail());
    String warn = gate.text(gate.settings().warn());
    String limits = warn.isEmpty() ? fail : (fail + " (warn " + warn + ")").strip();
    return String.format("%-40s %s", title, limits);
  }

  private static String seconds(Duration duration) {
    return Unit.COUNT.text(duration.toMillis() / 1e3) + " s";
  }
}
