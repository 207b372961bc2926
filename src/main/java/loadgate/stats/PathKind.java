package loadgate.stats;

/** Whether a path is that of a request or of a group. */
public enum PathKind {
  /** A request: the last name of the path is its own, those before it are its groups. */
  REQUEST,
  /** A group, a user type or a metric, which Gatling records alike. */
  GROUP
}
