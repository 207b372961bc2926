package benchmark;

/** Who makes the load of a stretch. */
enum Variant {
  /** A loop in plain Gatling. */
  PLAIN,
  /** The users of a gated simulation without think time, with one metric sample per request. */
  GATED
}
