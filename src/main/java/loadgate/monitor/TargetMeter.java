package loadgate.monitor;

import java.util.Optional;

/** Reads what the target uses. */
public interface TargetMeter {

  /** Since the reading before; empty at the first one and when there is nothing to read. */
  Optional<ProcessUse> read();

  /** What is read, for people: {@code process 4711}. */
  String text();
}
