package loadgate.gates;

import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.shared.model.assertion.AssertionStatsRepository;
import io.gatling.shared.model.assertion.AssertionStatsRepository$StatsPath$Group;
import io.gatling.shared.model.assertion.AssertionStatsRepository$StatsPath$Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;
import loadgate.stats.Statistics;
import loadgate.stats.Summary;
import scala.Option;
import scala.collection.immutable.List$;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/* Two classes are imported by their binary names: javac cannot reach a Scala class that is nested in
 * an object which is nested in another. */

/** Adapts the statistics of a run to Gatling's assertion validator. */
record GatlingStatistics(RunStatistics run) implements AssertionStatsRepository {

  @Override
  public scala.collection.immutable.List<AssertionStatsRepository$StatsPath$Request>
      allRequestPaths() {
    return scalaList(
        run.paths().stream()
            .filter(path -> path.kind() == PathKind.REQUEST)
            .map(GatlingStatistics::request)
            .toList());
  }

  @Override
  public Option<AssertionStatsRepository.StatsPath> findPathByParts(
      scala.collection.immutable.List<String> parts) {
    Optional<AssertionStatsRepository.StatsPath> found =
        run.find(CollectionConverters.asJava(parts))
            .map(
                path ->
                    path.kind() == PathKind.REQUEST
                        ? request(path)
                        : new AssertionStatsRepository$StatsPath$Group(scalaList(path.path())));
    return OptionConverters.toScala(found);
  }

  @Override
  public Option<Stats> requestGeneralStats(
      scala.collection.immutable.List<String> group,
      Option<String> request,
      Option<Status> status) {
    if (request.isEmpty()) {
      return OptionConverters.toScala(Optional.of(stats(run.global(), status)));
    }
    List<String> path = new ArrayList<>(CollectionConverters.asJava(group));
    path.add(request.get());
    return stats(PathKind.REQUEST, path, status);
  }

  @Override
  public Option<Stats> groupCumulatedResponseTimeGeneralStats(
      scala.collection.immutable.List<String> group, Option<Status> status) {
    return stats(PathKind.GROUP, CollectionConverters.asJava(group), status);
  }

  private Option<Stats> stats(PathKind kind, List<String> path, Option<Status> status) {
    return OptionConverters.toScala(
        run.find(kind, path).map(found -> stats(found.summary(), status)));
  }

  private static Stats stats(Summary summary, Option<Status> status) {
    Statistics figures =
        status.isEmpty()
            ? summary.all()
            : status.get() == OK$.MODULE$ ? summary.ok() : summary.ko();
    return new Stats(
        (int) figures.min(),
        (int) figures.max(),
        figures.count(),
        (int) Math.round(figures.mean()),
        (int) Math.round(figures.standardDeviation()),
        percent -> (int) figures.percentile((Double) percent),
        figures.perSecond());
  }

  private static AssertionStatsRepository$StatsPath$Request request(PathStatistics path) {
    List<String> groups = path.path().subList(0, path.path().size() - 1);
    return new AssertionStatsRepository$StatsPath$Request(scalaList(groups), path.name());
  }

  private static <T> scala.collection.immutable.List<T> scalaList(List<T> list) {
    return List$.MODULE$.from(CollectionConverters.asScala(list));
  }
}
