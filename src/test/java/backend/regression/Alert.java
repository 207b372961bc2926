package backend.regression;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Tells of a regression.
 *
 * @param level info, warning or critical
 * @param qualityDrop in percent of the baseline's quality
 */
record Alert(
    UUID alertId,
    String level,
    String message,
    Severity severity,
    double qualityDrop,
    double baselineQuality,
    double currentQuality,
    Instant timestamp,
    Map<String, Object> metadata) {}
