package loadgate.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Requests of a run by the stages of its load: what {@link StageMeasure}s are computed from.
 * Requests count where they end; those that end after the last stage are left out.
 *
 * @param stages in their order, at least one
 * @param steady from the end of the last rise of the load to the end of the profile
 * @param firstQuarter of the steady time
 * @param lastQuarter of the steady time
 * @param firstHalf of the profile's duration
 * @param secondHalf of the profile's duration
 * @param longestStallMillis the longest time with requests under way and no answer to any, those
 *     after the last stage included; empty without requests
 */
public record StagedSamples(
    List<StageSamples> stages,
    Samples steady,
    Samples firstQuarter,
    Samples lastQuarter,
    Samples firstHalf,
    Samples secondHalf,
    OptionalDouble longestStallMillis) {

  public StagedSamples {
    stages = List.copyOf(stages);
    requireNonNull(steady, "steady");
    requireNonNull(firstQuarter, "firstQuarter");
    requireNonNull(lastQuarter, "lastQuarter");
    requireNonNull(firstHalf, "firstHalf");
    requireNonNull(secondHalf, "secondHalf");
    requireNonNull(longestStallMillis, "longestStallMillis");
  }

  StageSamples first() {
    return stages.get(0);
  }

  StageSamples last() {
    return stages.get(stages.size() - 1);
  }

  List<StageSamples> withLoad() {
    return stages.stream().filter(StageSamples::hasLoad).toList();
  }
}
