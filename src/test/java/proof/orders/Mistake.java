package proof.orders;

/** A mistake in a user type, of those that people make. */
enum Mistake {
  NONE,
  /** A request uses a variable that nobody sets. */
  MISSPELT_VARIABLE,
  /** A function throws after the first request of each iteration. */
  FUNCTION_THROWS,
  /** The same, and the chain marks the user as succeeded afterwards. */
  FUNCTION_THROWS_UNNOTICED,
  /** A function marks the user as failed, without a word. */
  MARKED_AS_FAILED,
  /** The same, and the user leaves in the middle. */
  EXITS_FAILED,
  /** The function throws at the end of the user's work. */
  STOP_THROWS,
  /** The condition of a loop uses a variable that nobody sets. */
  LOOP_CONDITION,
  /** A block of several rated requests is left when one of them fails: no mistake, but a trap. */
  LEAVES_BLOCK,
  /** A feeder names a file that does not exist. */
  FEEDER_MISSING,
  /** A feeder's file has a head and no line. */
  FEEDER_EMPTY,
  /** The same, of which lines are drawn at random. */
  FEEDER_EMPTY_RANDOM,
  /** A mistake of the language itself, when the chain is built. */
  ITERATE_THROWS,
  /** A feeder has fewer lines than there are iterations. */
  FEEDER_RUNS_DRY,
  /** A request uses a column that the feeder does not have. */
  FEEDER_WITHOUT_COLUMN,
  /** Each attempt to log in takes the next account of a feeder. */
  NEXT_ACCOUNT,
  /** A request that fails is silent. */
  SILENT_REQUEST,
  /** An iteration waits for ever. */
  NEVER_GOES_ON,
  /** Another server is asked, which is down; no mistake. */
  ASKS_ADVISOR
}
