package loadgate.run;

import boopickle.Default$;
import boopickle.PickleState$;
import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.Status;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.javaapi.core.Assertion;
import io.gatling.shared.model.assertion.AssertionPicklers;
import io.gatling.shared.model.assertion.AssertionResult;
import io.gatling.shared.model.assertion.AssertionStatsRepository;
import io.gatling.shared.model.assertion.AssertionValidator;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loadgate.runlog.PickledAssertion;
import loadgate.stats.PathKind;
import loadgate.stats.Statistics;
import loadgate.stats.Summary;
import scala.Option;
import scala.collection.immutable.List$;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** A log as Gatling's own reader reads it and Gatling's own validator judges it. */
record GatlingReader(LogFileData data) {

  private static final GatlingConfiguration CONFIGURATION = GatlingConfiguration.load();

  /**
   * Figures of one request or group.
   *
   * @param mean in whole milliseconds, as Gatling computes it
   */
  record Figures(long count, long failures, long min, long max, long mean) {

    static Figures of(Summary summary) {
      Statistics all = summary.all();
      return new Figures(
          all.count(), summary.failures(), all.min(), all.max(), Math.round(all.mean()));
    }
  }

  static GatlingReader of(Path log) {
    Path run = log.getParent();
    return new GatlingReader(
        LogFileReader.apply(run.getFileName().toString(), run.getParent(), CONFIGURATION).read());
  }

  Optional<Figures> figures(PathKind kind, List<String> path) {
    return stats(kind, path, Option.empty())
        .map(
            all ->
                new Figures(
                    all.count(),
                    stats(kind, path, Option.apply(KO$.MODULE$)).map(ko -> ko.count()).orElse(0L),
                    all.min(),
                    all.max(),
                    all.mean()));
  }

  private Optional<AssertionStatsRepository.Stats> stats(
      PathKind kind, List<String> path, Option<Status> status) {
    List<String> groups = kind == PathKind.GROUP ? path : path.subList(0, path.size() - 1);
    return OptionConverters.toJava(
        kind == PathKind.GROUP
            ? data.groupCumulatedResponseTimeGeneralStats(scalaList(groups), status)
            : data.requestGeneralStats(
                scalaList(groups), Option.apply(path.get(path.size() - 1)), status));
  }

  /** Whether all assertions hold that stand in the log, which makes Gatling's exit code. */
  boolean holds() {
    return validated(data.assertions());
  }

  boolean holds(List<Assertion> assertions) {
    return validated(scalaList(assertions.stream().map(Assertion::asScala).toList()));
  }

  private boolean validated(
      scala.collection.immutable.List<io.gatling.commons.stats.assertion.Assertion> assertions) {
    return CollectionConverters.asJava(new AssertionValidator(data).validateAssertions(assertions))
        .stream()
        .allMatch(AssertionResult::success);
  }

  private static <T> scala.collection.immutable.List<T> scalaList(List<T> list) {
    return List$.MODULE$.from(CollectionConverters.asScala(list));
  }

  /** As Gatling writes assertions into the header of a log. */
  static List<PickledAssertion> pickled(List<Assertion> assertions) {
    return assertions.stream().map(GatlingReader::pickled).toList();
  }

  private static PickledAssertion pickled(Assertion assertion) {
    ByteBuffer bytes =
        Default$.MODULE$
            .Pickle()
            .intoBytes(
                assertion.asScala(),
                PickleState$.MODULE$.pickleStateSpeed(),
                AssertionPicklers.AssertionPickler());
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return new PickledAssertion(copy);
  }
}
