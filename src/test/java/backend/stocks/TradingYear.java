package backend.stocks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** The year the data covers. It is fixed, so that every run answers the same. */
public final class TradingYear {

  public static final int DAYS = 252;

  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  private static final LocalTime CLOSING_TIME = LocalTime.of(20, 0);

  private TradingYear() {}

  /** The {@value #DAYS} trading days, the oldest first; holidays are traded on. */
  public static List<LocalDate> days() {
    return Stream.iterate(LAST_DAY, day -> day.minusDays(1))
        .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY)
        .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
        .limit(DAYS)
        .sorted()
        .toList();
  }

  /** The moment every figure is about. */
  public static Instant lastClose() {
    return LAST_DAY.atTime(CLOSING_TIME).toInstant(ZoneOffset.UTC);
  }
}
