package backend.providers;

/**
 * Data and where it is from.
 *
 * @param confidence share of all calls so far that this provider answered, 0..1
 */
public record Sourced<T>(T value, String provider, double confidence) {}
