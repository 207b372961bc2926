package loadgate.run;

import java.util.List;
import java.util.function.Function;
import loadgate.metrics.DerivedMetric;
import loadgate.stats.RunStatistics;

/**
 * Computes what a user type says of the whole run.
 *
 * @param userType its name in the settings
 * @param title its name in the report
 * @param metrics asks the target once and throws a {@link loadgate.target.TargetException} if that
 *     does not say
 */
public record Conclusion(
    String userType, String title, Function<RunStatistics, List<DerivedMetric>> metrics) {}
