package loadgate.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The response headers that tell a cache hit from a miss. */
public enum CacheHeader {
  X_CACHE("X-Cache"),
  X_CACHE_STATUS("X-Cache-Status"),
  CACHE_STATUS("Cache-Status"),
  CF_CACHE_STATUS("CF-Cache-Status"),
  AGE("Age");

  private final String headerName;

  CacheHeader(String headerName) {
    this.headerName = headerName;
  }

  public String headerName() {
    return headerName;
  }

  public static Optional<CacheHeader> named(String name) {
    return Arrays.stream(values()).filter(h -> h.headerName.equalsIgnoreCase(name)).findFirst();
  }

  public static String allowedNames() {
    return Arrays.stream(values()).map(CacheHeader::headerName).collect(Collectors.joining(", "));
  }
}
