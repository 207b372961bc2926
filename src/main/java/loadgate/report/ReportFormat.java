package loadgate.report;

import java.io.IOException;

/** Writes one file of the record. */
@FunctionalInterface
interface ReportFormat {

  /** The whole content of the file. */
  String of(RunResult run) throws IOException;
}
