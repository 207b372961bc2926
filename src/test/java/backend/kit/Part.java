package backend.kit;

import java.util.Locale;

/** What the backend can be told to do without, so that a gate can be shown to fail. */
public enum Part {
  /** Without it every answer is computed anew, and says so. */
  CACHE,
  /** Without it answers do not say whether they come from a cache. */
  CACHE_HEADER,
  /** Without them tasks wait for ever. */
  WORKERS,
  /** Without it refresh tokens outlive their use and their logout. */
  REVOCATION,
  /** Without all of them one provider of market data is down. */
  PROVIDERS,
  /** Without it event streams stop short of their last event and stay open. */
  STREAM_ENDS,
  /** Without them quality baselines are forgotten as soon as they are made. */
  BASELINES;

  /** Such as {@code cache-header}: its key in the settings, which is on or off. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
