package backend.assets;

import backend.stocks.Indicators;
import backend.stocks.PriceGenerator;
import backend.stocks.PriceGenerator.Bar;
import backend.stocks.PriceGenerator.Temper;
import backend.stocks.PriceSeries;
import backend.stocks.TradingYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A year of trading, the oldest day first, and the figures that need more than closing prices. */
public final class History {

  private static final PriceGenerator GENERATOR = new PriceGenerator();

  private static final int STOCHASTIC_DAYS = 14;
  private static final int TRUE_RANGE_DAYS = 14;

  /** A pair is traded without being counted in units. */
  private static final long PAIR_VOLUME = 5_000_000;

  private final List<Day> days;
  private final PriceSeries closes;

  /** Of at least one day. */
  History(List<Day> days) {
    this.days = List.copyOf(days);
    this.closes = new PriceSeries(days.stream().mapToDouble(Day::close).toArray());
  }

  /** The year of an asset, the same every time. */
  public static History of(Asset asset) {
    // Prices are generated in cents, which would be all that a currency pair moves in a month.
    double scale = asset.assetClass() == AssetClass.CURRENCY_PAIR ? 10_000 : 1;
    PriceSeries closes =
        GENERATOR.closes(
            asset.symbol(), temper(asset), asset.lastPrice() * scale, TradingYear.DAYS);
    List<Bar> bars = GENERATOR.bars(asset.symbol(), closes, meanVolume(asset));
    List<LocalDate> dates = TradingYear.days();
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      days.add(
          new Day(
              dates.get(i),
              bar.open() / scale,
              bar.high() / scale,
              bar.low() / scale,
              bar.close() / scale,
              bar.volume()));
    }
    return new History(days);
  }

  /** The year of the market as a whole. */
  public static History ofMarket() {
    return of(Assets.MARKET);
  }

  private static Temper temper(Asset asset) {
    SplittableRandom random = new SplittableRandom(5L * asset.symbol().hashCode());
    return switch (asset.assetClass()) {
      case EQUITY -> Temper.ofStock(asset.symbol());
      case COIN -> new Temper(random.nextDouble(0.8, 2), 0.0008, random.nextDouble(0.02, 0.04));
      case CURRENCY_PAIR -> new Temper(0.05, 0, random.nextDouble(0.003, 0.006));
      case INDEX -> Temper.ofIndex(1);
    };
  }

  private static long meanVolume(Asset asset) {
    return asset.units() == 0 ? PAIR_VOLUME : asset.units() / 250;
  }

  /** The newest days, all of them if there are fewer. */
  public List<Day> latest(int count) {
    return days.subList(Math.max(0, days.size() - count), days.size());
  }

  public Day lastDay() {
    return days.get(days.size() - 1);
  }

  public PriceSeries closes() {
    return closes;
  }

  public Indicators indicators() {
    return new Indicators(closes);
  }

  /** The last close against the one before; 0 when there is none before. */
  public double change() {
    return closes.last() - closes.close(Math.max(0, closes.length() - 2));
  }

  /** {@link #change()} in percent of the close before. */
  public double changePercent() {
    return 100 * change() / (closes.last() - change());
  }

  /** The last close against that of the given number of days before, in percent. */
  public double changePercent(int daysBefore) {
    return 100 * closes.latest(daysBefore + 1).totalReturn();
  }

  public double averageVolume(int count) {
    return latest(count).stream().mapToDouble(Day::volume).average().orElse(0);
  }

  public double high(int count) {
    return latest(count).stream().mapToDouble(Day::high).max().orElse(0);
  }

  public double low(int count) {
    return latest(count).stream().mapToDouble(Day::low).min().orElse(0);
  }

  /**
   * Stochastic oscillator %K: where the last close lies between the lowest low and the highest high
   * of 14 days, 0..100; 50 if they are the same.
   */
  public double stochastic() {
    double low = low(STOCHASTIC_DAYS);
    double range = high(STOCHASTIC_DAYS) - low;
    return range == 0 ? 50 : 100 * (closes.last() - low) / range;
  }

  /**
   * The mean true range of 14 days. The true range of a day reaches from its high to its low, or to
   * the close of the day before when that lies outside.
   */
  public double averageTrueRange() {
    int first = Math.max(1, days.size() - TRUE_RANGE_DAYS);
    return IntStream.range(first, days.size()).mapToDouble(this::trueRange).average().orElse(0);
  }

  private double trueRange(int index) {
    Day day = days.get(index);
    double before = days.get(index - 1).close();
    return Math.max(day.high(), before) - Math.min(day.low(), before);
  }
}
