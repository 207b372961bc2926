package loadgate.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loadgate.run.InjectorRecord.WholeRun;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogException;

/** What the injectors of one run left, and why that is not all of the run. */
final class InjectorFolders {

  /** A folder with what could be read of it. */
  private record Part(Path folder, Optional<InjectorRecord> injector, Optional<RunHeader> header) {

    String name() {
      return injector
          .map(found -> "injector %s (%s)".formatted(found.injector(), folder))
          .orElseGet(folder::toString);
    }

    /** Those that nobody knows come last. */
    int number() {
      return injector.map(InjectorRecord::injector).orElse(Integer.MAX_VALUE);
    }
  }

  /** Something that all injectors of a run have in common. */
  private record Common<T>(String name, Function<T, Object> value) {

    Optional<String> difference(T one, T other) {
      Object here = value.apply(one);
      Object there = value.apply(other);
      return here.equals(there)
          ? Optional.empty()
          : Optional.of(
              here instanceof List
                  ? "other " + name
                  : "%s %s instead of %s".formatted(name, here, there));
    }
  }

  private static final List<Common<RunHeader>> OF_LOGS =
      List.of(
          new Common<>("Gatling", RunHeader::gatlingVersion),
          new Common<>("scenarios", RunHeader::scenarios),
          new Common<>("assertions", RunHeader::assertions));

  private static final List<Common<InjectorRecord>> OF_INJECTORS =
      List.of(
          new Common<>("number of injectors", InjectorRecord::injectors),
          new Common<>("loadgate", InjectorRecord::loadgateVersion),
          new Common<>("profile", injector -> injector.run().origin().profile()),
          new Common<>("target", injector -> injector.run().origin().target()),
          new Common<>("settings", injector -> injector.run().origin().settingsHash()));

  private final List<Part> parts = new ArrayList<>();
  private final List<Part> readable;
  private final InjectorTimes times;
  private final InjectorRecord first;
  private final List<String> flaws = new ArrayList<>();

  /**
   * @param folders of the injectors' runs, at least one, in any order
   * @throws IOException if one is given twice or has no log, if the logs are of several
   *     simulations, or if no injector ended as it should
   */
  InjectorFolders(List<Path> folders) throws IOException {
    Set<Path> known = new HashSet<>();
    for (Path folder : folders) {
      if (!Files.isRegularFile(RunLog.inFolder(folder).file())) {
        throw new IOException("no run log at " + RunLog.inFolder(folder).file());
      }
      if (!known.add(folder.toRealPath())) {
        throw new IOException(folder + " is given twice");
      }
      parts.add(part(folder));
    }
    parts.sort(Comparator.comparingInt(Part::number));
    readable = parts.stream().filter(part -> part.header().isPresent()).toList();
    if (readable.isEmpty()) {
      throw new IOException(flaws.get(0));
    }
    first =
        parts
            .get(0)
            .injector()
            .orElseThrow(
                () ->
                    new IOException(
                        "no folder has a whole %s, so nobody knows the gates of the run"
                            .formatted(InjectorRecord.FILE_NAME)));
    times = new InjectorTimes(parts.stream().flatMap(part -> part.injector().stream()).toList());
    checkSimulation();
    checkNumbers();
    parts.forEach(this::check);
  }

  private Part part(Path folder) throws IOException {
    Optional<InjectorRecord> injector = Optional.empty();
    try {
      injector = InjectorRecord.read(folder);
      if (injector.isEmpty()) {
        flaws.add("%s: no %s, so it broke off".formatted(folder, InjectorRecord.FILE_NAME));
      }
    } catch (IOException e) {
      flaws.add(e.getMessage());
    }
    try {
      return new Part(folder, injector, Optional.of(RunLog.inFolder(folder).header()));
    } catch (RunLogException e) {
      Part part = new Part(folder, injector, Optional.empty());
      flaws.add(part.name() + ": " + e.getMessage());
      return part;
    }
  }

  private void checkSimulation() throws IOException {
    String expected = first.run().simulation();
    for (Part part : readable) {
      String simulation = part.header().orElseThrow().simulationClass();
      if (!simulation.equals(expected)) {
        throw new IOException(
            "%s: a run of %s, not of %s".formatted(part.name(), simulation, expected));
      }
    }
  }

  private void checkNumbers() {
    Map<Integer, Long> times =
        parts.stream().collect(Collectors.groupingBy(Part::number, Collectors.counting()));
    long unknown = times.getOrDefault(Integer.MAX_VALUE, 0L);
    List<Integer> missing =
        IntStream.range(0, first.injectors()).boxed().filter(i -> !times.containsKey(i)).toList();
    if (missing.size() > unknown) {
      flaws.add(
          unknown == 0
              ? "no folder of injector " + list(missing)
              : "folders of %s of the injectors %s are missing"
                  .formatted(missing.size() - unknown, list(missing)));
    }
    times.forEach(
        (number, count) -> {
          if (count > 1 && number != Integer.MAX_VALUE) {
            flaws.add("%s folders of injector %s".formatted(count, number));
          }
        });
  }

  private static String list(List<Integer> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private void check(Part part) {
    if (part.injector().isPresent()) {
      InjectorRecord injector = part.injector().get();
      times.lateness(injector).ifPresent(lateness -> flaws.add(part.name() + ": " + lateness));
      if (!injector.complete()) {
        flaws.add(part.name() + ": it was told to stop or broke off");
      }
      compare(OF_INJECTORS, part, injector, first, parts.get(0));
    }
    if (part.header().isPresent()) {
      RunHeader header = readable.get(0).header().orElseThrow();
      compare(OF_LOGS, part, part.header().get(), header, readable.get(0));
    }
  }

  private <T> void compare(List<Common<T>> all, Part part, T its, T ofReference, Part reference) {
    for (Common<T> common : all) {
      common
          .difference(its, ofReference)
          .ifPresent(
              difference ->
                  flaws.add(
                      "%s: %s, unlike %s".formatted(part.name(), difference, reference.name())));
    }
  }

  /** Those that can be read at all, by the numbers of their injectors. */
  List<RunLog> logs() {
    return readable.stream().map(part -> RunLog.inFolder(part.folder())).toList();
  }

  /** Takes why the end of each log cannot be read, in the order of {@link #logs}. */
  void ended(List<Optional<String>> ends) {
    for (int i = 0; i < ends.size(); i++) {
      String name = readable.get(i).name();
      ends.get(i).ifPresent(flaw -> flaws.add(name + ": " + flaw));
    }
  }

  /** Why this is not all of the run, a line for each reason. */
  List<String> flaws() {
    return flaws;
  }

  /** As the first injector knows it. */
  WholeRun run() {
    return first.run();
  }

  /** How many the run has. */
  int injectors() {
    return first.injectors();
  }

  /** When they began, and how far their clocks are apart. */
  InjectorTimes times() {
    return times;
  }
}
