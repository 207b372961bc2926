package loadgate.stats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds the timeline while a log is read. */
final class TimelineCollector {

  private final List<String> scenarios;
  private final List<TimelineStepCollector> steps = new ArrayList<>();
  private final ActiveUsers allUsers = new ActiveUsers();
  private final List<ActiveUsers> usersPerScenario;
  private int stepMillis = 1000;

  TimelineCollector(List<String> scenarios) {
    this.scenarios = scenarios;
    this.usersPerScenario = Stream.generate(ActiveUsers::new).limit(scenarios.size()).toList();
  }

  void request(int startMillis, int endMillis, long responseTime, boolean ok) {
    step(startMillis).started();
    step(endMillis).ended(responseTime, ok);
  }

  void user(int scenario, boolean started, int atMillis) {
    int index = index(atMillis);
    int difference = started ? 1 : -1;
    allUsers.change(index, difference);
    usersPerScenario.get(scenario).change(index, difference);
  }

  Timeline timeline() {
    int size = Math.max(steps.size(), allUsers.lastStep() + 1);
    return new Timeline(
        Duration.ofMillis(stepMillis),
        scenarios,
        IntStream.range(0, size).mapToObj(this::resultOf).toList());
  }

  private Timeline.Step resultOf(int index) {
    TimelineStepCollector step =
        index < steps.size() ? steps.get(index) : new TimelineStepCollector();
    return step.step(
        (long) index * stepMillis / 1000,
        allUsers.mostIn(index),
        usersPerScenario.stream().map(users -> users.mostIn(index)).toList());
  }

  private TimelineStepCollector step(int atMillis) {
    int index = index(atMillis);
    while (steps.size() <= index) {
      steps.add(new TimelineStepCollector());
    }
    return steps.get(index);
  }

  /** A time before the start of the run counts as its start. */
  private int index(int atMillis) {
    int millis = Math.max(0, atMillis);
    while (millis / stepMillis >= Timeline.MAX_STEPS) {
      doubleStep();
    }
    return millis / stepMillis;
  }

  private void doubleStep() {
    stepMillis *= 2;
    allUsers.halve();
    usersPerScenario.forEach(ActiveUsers::halve);
    for (int i = 0; 2 * i < steps.size(); i++) {
      TimelineStepCollector merged = steps.get(2 * i);
      if (2 * i + 1 < steps.size()) {
        merged.addAll(steps.get(2 * i + 1));
      }
      steps.set(i, merged);
    }
    steps.subList((steps.size() + 1) / 2, steps.size()).clear();
  }
}
