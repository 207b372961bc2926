package loadgate.report;

import java.io.IOException;

/** Writes one file of the record. */
@FunctionalInterface
interface Export {

  /** The whole content of the file. */
  String of(MeasuredRun run) throws IOException;
}
