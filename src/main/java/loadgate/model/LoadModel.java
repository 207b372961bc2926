package loadgate.model;

/** What a stage's target counts. */
public enum LoadModel {
  /** Persistent users: each one thinks and loops until its stage ends. */
  CLOSED,
  /** New users per second: each one does one iteration and leaves. */
  OPEN
}
