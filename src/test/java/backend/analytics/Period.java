package backend.analytics;

import backend.kit.QueryFields;
import backend.quality.QualityMetrics;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The last days up to today, in UTC.
 *
 * @param code such as {@code 7d}
 */
record Period(String code) {

  private static final List<String> CODES = List.of("7d", "30d", "90d");

  /** The parameter {@code period}; the caller sees to violations. */
  static Period read(QueryFields query, String fallback) {
    String code = query.choice("period", fallback, CODES);
    return new Period(CODES.contains(code) ? code : fallback);
  }

  /** The oldest first. */
  List<LocalDate> days(LocalDate today) {
    int count = Integer.parseInt(code.substring(0, code.length() - 1));
    return IntStream.range(0, count).mapToObj(day -> today.minusDays(count - 1L - day)).toList();
  }

  /** Those answers that fall into the period. */
  List<QualityMetrics> of(List<QualityMetrics> answers, LocalDate today) {
    LocalDate first = days(today).get(0);
    return answers.stream().filter(answer -> !day(answer).isBefore(first)).toList();
  }

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  static LocalDate day(QualityMetrics answer) {
    return answer.timestamp().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
