package backend.queries;

import backend.assets.Asset;
import backend.assets.Day;
import backend.assets.History;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The days that would have been in the papers: those on which the price went furthest. */
record News(LocalDate date, String headline) {

  private static final int MONTH = 21;
  private static final int SHOWN = 3;

  /** Of the last month, the newest first. */
  static List<News> of(Asset asset, History history) {
    return history.latest(MONTH).stream()
        .sorted(Comparator.comparingDouble(day -> -Math.abs(move(day))))
        .limit(SHOWN)
        .sorted(Comparator.comparing(Day::date).reversed())
        .map(day -> new News(day.date(), headline(asset, day)))
        .toList();
  }

  private static double move(Day day) {
    return 100 * (day.close() / day.open() - 1);
  }

  private static String headline(Asset asset, Day day) {
    return String.format(
        Locale.ROOT,
        "%s %s by %.1f %% in a day",
        asset.name(),
        move(day) < 0 ? "falls" : "rises",
        Math.abs(move(day)));
  }
}
