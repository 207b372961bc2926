package loadgate.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files in another tool's form, which a run leaves only when they are asked for. */
public enum ExportFormat {
  /** JSON and XML as Gatling wrote them up to 3.13. */
  GATLING_3_13("gatling-3.13"),
  /** Locust's CSV files. */
  LOCUST("locust");

  private final String formatName;

  ExportFormat(String formatName) {
    this.formatName = formatName;
  }

  /** The name in settings and on the command line. */
  public String formatName() {
    return formatName;
  }

  public static Optional<ExportFormat> named(String name) {
    return Arrays.stream(values()).filter(f -> f.formatName.equals(name)).findFirst();
  }

  public static String allowedNames() {
    return Arrays.stream(values()).map(ExportFormat::formatName).collect(Collectors.joining(", "));
  }
}
