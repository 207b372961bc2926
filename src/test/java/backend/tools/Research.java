package backend.tools;

import backend.assets.Asset;
import backend.assets.Assets;
import backend.assets.Fundamentals;
import backend.assets.History;
import backend.jobs.Job;
import backend.jobs.JobStatus;
import backend.jobs.Jobs;
import backend.jobs.Step;
import backend.marketdata.Depth;
import backend.marketdata.MarketData;
import backend.marketdata.Narrative;
import backend.marketdata.NoDataException;
import backend.marketdata.Price;
import backend.marketdata.StructuralData;
import backend.providers.ProviderDownException;
import backend.providers.Sourced;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What both searches have in common. */
final class Research {

  private static final Duration USUAL_LENGTH = Duration.ofSeconds(1);
  private static final int ID_DIGITS = 8;

  private final MarketData data;
  private final Jobs jobs;

  Research(MarketData data, Jobs jobs) {
    this.data = data;
    this.jobs = jobs;
  }

  /** A deeper analysis that was put on the list of jobs. */
  record Announcement(
      String id,
      String type,
      JobStatus status,
      String resourceUrl,
      Instant estimatedCompletion,
      double progress,
      Instant createdAt,
      Instant updatedAt) {

    private static Announcement of(Job job) {
      return new Announcement(
          job.id(),
          job.type(),
          job.state().status(),
          "mcp://task/" + job.id(),
          job.createdAt().plus(USUAL_LENGTH),
          job.progress(),
          job.createdAt(),
          job.state().updatedAt());
    }
  }

  /**
   * Where the data is from.
   *
   * @param arbitrationScore the least confidence of all sources, 0..1
   */
  record Lineage(
      List<String> providers,
      double arbitrationScore,
      boolean conflictResolved,
      int sourceCount,
      Instant timestamp) {

    private static Lineage of(Price price, Optional<Sourced<History>> history) {
      Stream<String> found =
          Stream.concat(
              price.present() ? Stream.of(price.source()) : Stream.empty(),
              history.stream().map(Sourced::provider));
      List<String> providers = found.distinct().toList();
      double score = Math.min(price.confidence(), history.map(Sourced::confidence).orElse(1.0));
      return new Lineage(providers, score, false, providers.size(), Instant.now());
    }
  }

  /**
   * What was found out.
   *
   * @param structuralData null for a quick search, and when nothing is known
   * @param narrative null for a quick search, and when nothing is known
   */
  record Findings(
      Price cached, StructuralData structuralData, Lineage lineage, Narrative narrative) {}

  Findings find(String symbol, Depth depth) {
    Price price = data.price(symbol);
    Optional<Asset> known = Assets.find(symbol).filter(asset -> depth != Depth.QUICK);
    try {
      return known.map(asset -> deep(asset, price, depth)).orElseGet(() -> quick(price));
    } catch (ProviderDownException e) {
      return quick(price);
    }
  }

  private static Findings quick(Price price) {
    return new Findings(price, null, Lineage.of(price, Optional.empty()), null);
  }

  private Findings deep(Asset asset, Price price, Depth depth) {
    Sourced<History> history = data.history(asset);
    Optional<Fundamentals> fundamentals = data.fundamentals(asset).map(Sourced::value);
    return new Findings(
        price,
        StructuralData.of(asset, history.value(), fundamentals, data.market()),
        Lineage.of(price, Optional.of(history)),
        data.narrative(asset, depth));
  }

  /** Puts a deep analysis on the list of jobs. */
  Announcement announce(String prefix, String type, String symbol) {
    String digits = UUID.randomUUID().toString().substring(0, ID_DIGITS);
    Step step = new Step("narrative", () -> narrative(symbol));
    Job job =
        new Job(
            prefix + "-" + symbol.toLowerCase(Locale.ROOT) + "-" + digits,
            type,
            null,
            JobStatus.PENDING,
            List.of(step));
    Announcement announcement = Announcement.of(job);
    jobs.announce(job);
    return announcement;
  }

  private Narrative narrative(String symbol) {
    return Assets.find(symbol)
        .map(asset -> data.narrative(asset, Depth.DEEP))
        .orElseThrow(() -> new NoDataException(symbol));
  }
}
