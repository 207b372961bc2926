package loadgate.report;

/**
 * How often one request failed in one way.
 *
 * @param request its path, joined as in Gatling's report
 */
public record FailureCount(String request, String error, long count) {}
