package backend.analytics;

import backend.quality.QualityMetrics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A figure from day to day.
 *
 * @param trends one entry for each day of the period, the oldest first
 * @param avgValue over all answers of the period, null without any
 * @param trendDirection rising, falling or stable: the last day with answers against the first
 */
record Trends(
    String metric, String period, List<Day> trends, Double avgValue, String trendDirection) {

  /** Below this change, in percent, nothing moves. */
  private static final double NOISE = 1;

  /**
   * @param value null on a day without answers
   */
  record Day(LocalDate date, Double value, int sampleCount) {}

  static Trends of(Figure figure, Period period, List<QualityMetrics> answers, LocalDate today) {
    Map<LocalDate, List<QualityMetrics>> byDay =
        answers.stream().collect(Collectors.groupingBy(Period::day));
    List<Day> days =
        period.days(today).stream()
            .map(date -> day(figure, date, byDay.getOrDefault(date, List.of())))
            .toList();
    return new Trends(
        figure.word(),
        period.code(),
        days,
        figure.average(period.of(answers, today)),
        direction(days.stream().map(Day::value).filter(Objects::nonNull).toList()));
  }

  private static Day day(Figure figure, LocalDate date, List<QualityMetrics> answers) {
    return new Day(date, figure.average(answers), answers.size());
  }

  private static String direction(List<Double> values) {
    if (values.isEmpty()) {
      return "stable";
    }
    double first = values.get(0);
    double change = 100 * (values.get(values.size() - 1) - first) / first;
    return change > NOISE ? "rising" : change < -NOISE ? "falling" : "stable";
  }
}
