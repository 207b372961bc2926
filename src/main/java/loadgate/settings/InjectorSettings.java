package loadgate.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loadgate.model.InjectorShare;
import loadgate.model.SettingsException;

/**
 * What is this process' own in a run that is spread over several, and never the project's: so the
 * command line and the scheduler say it, and no file.
 *
 * @param startAt when all injectors start; empty when nobody says
 * @param barrier a folder or an {@code http://} URL where the injectors meet before the load; empty
 *     for none
 * @param barrierTimeout how long this one waits there
 */
public record InjectorSettings(
    InjectorShare share,
    Optional<Instant> startAt,
    Optional<String> barrier,
    Duration barrierTimeout) {

  private static final Duration BARRIER_TIMEOUT = Duration.ofMinutes(10);
  private static final String INJECTORS = "LOADGATE_INJECTORS";
  private static final Pattern SHARE = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  /** How schedulers tell a process its number. */
  private enum Scheduler {
    KUBERNETES("JOB_COMPLETION_INDEX", INJECTORS),
    SLURM("SLURM_PROCID", "SLURM_NTASKS"),
    SLURM_ARRAY("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT");

    private final String index;
    private final String count;

    Scheduler(String index, String count) {
      this.index = index;
      this.count = count;
    }

    Optional<InjectorShare> share(Map<String, String> environment) {
      String index = environment.get(this.index);
      String count = environment.get(this.count);
      if (index == null && count == null || isOutsideOfTheJobStep(index, count)) {
        return Optional.empty();
      }
      if (index == null || count == null) {
        throw new SettingsException(
            index == null ? this.count : this.index,
            "is set without %s; allowed are both, or -Dinjector=0/1 for a run of one injector"
                .formatted(index == null ? this.index : this.count));
      }
      if (!NUMBER.matcher(index).matches() || !NUMBER.matcher(count).matches()) {
        throw new SettingsException(
            this.index + ", " + this.count,
            "\"%s\" and \"%s\" are no index and count; allowed are whole numbers"
                .formatted(index, count));
      }
      return Optional.of(InjectorSettings.share(this.index + ", " + this.count, index, count));
    }

    /**
     * A shell with an allocation has a count without an index, and a batch script that asks for no
     * number of tasks has the index 0 without a count. Neither is one of several.
     */
    private boolean isOutsideOfTheJobStep(String index, String count) {
      return this == SLURM && (index == null || index.equals("0") && count == null);
    }
  }

  /**
   * Of a simulation without user types, whose load is its own and never divided. What a scheduler
   * says is no matter of ours there; our own variable is meant for us.
   */
  static InjectorSettings ofPlain(Map<String, String> environment) {
    String injectors = environment.getOrDefault(INJECTORS, "1");
    if (!injectors.equals("1")) {
      throw new SettingsException(
          INJECTORS,
          "only the load of user types can be divided among injectors, and this simulation brings"
              + " its own; leave it out");
    }
    return new InjectorSettings(
        InjectorShare.WHOLE, Optional.empty(), Optional.empty(), BARRIER_TIMEOUT);
  }

  static InjectorSettings read(Section process, Map<String, String> environment) {
    process.only("injector", "start-at", "barrier", "barrier-timeout");
    InjectorShare share = process.has("injector") ? told(process) : ofScheduler(environment);
    if (process.has("start-at") && process.has("barrier")) {
      throw process.error("start-at", "contradicts -Dbarrier; allowed is one of them");
    }
    return new InjectorSettings(
        share,
        process.optional("start-at", key -> Instant.ofEpochSecond(epochSecond(process, key))),
        process.optional("barrier", process::text),
        process.optional("barrier-timeout", process::duration).orElse(BARRIER_TIMEOUT));
  }

  private static InjectorShare told(Section process) {
    Matcher share = SHARE.matcher(process.text("injector"));
    if (!share.matches()) {
      throw process.error(
          "injector",
          "\"%s\" is not allowed; allowed is index/count, counted from 0, such as 2/8"
              .formatted(process.text("injector")));
    }
    return share(process.where("injector"), share.group(1), share.group(2));
  }

  private static InjectorShare share(String where, String index, String count) {
    int injectors = Integer.parseInt(count);
    int injector = Integer.parseInt(index);
    if (injector >= injectors) {
      throw new SettingsException(
          where,
          "there is no injector %s of %s; %s"
              .formatted(
                  injector,
                  injectors,
                  injectors == 0
                      ? "allowed is a count from 1 on"
                      : "allowed are 0/%1$s to %2$s/%1$s".formatted(injectors, injectors - 1)));
    }
    return new InjectorShare(injector, injectors);
  }

  /** A scheduler that started one process alone has nothing to say beside another. */
  private static InjectorShare ofScheduler(Map<String, String> environment) {
    Set<InjectorShare> shares = new LinkedHashSet<>();
    List.of(Scheduler.values()).forEach(each -> each.share(environment).ifPresent(shares::add));
    shares.remove(InjectorShare.WHOLE);
    if (shares.size() > 1) {
      throw new SettingsException(
          "environment",
          "schedulers contradict each other, injector %s; allowed is one answer, which -Dinjector"
                  .formatted(
                      shares.stream().map(Object::toString).collect(Collectors.joining(" and ")))
              + " gives");
    }
    return shares.stream().findFirst().orElse(InjectorShare.WHOLE);
  }

  private static long epochSecond(Section process, String key) {
    String text = process.text(key);
    if (!text.matches("\\d{1,11}")) {
      throw process.error(
          key, "\"%s\" is not allowed; allowed are seconds since 1970".formatted(text));
    }
    return Long.parseLong(text);
  }
}
