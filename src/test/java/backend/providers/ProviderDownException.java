package backend.providers;

/** Nobody who knows the data answers. */
public final class ProviderDownException extends RuntimeException {

  public ProviderDownException(String provider) {
    super("provider " + provider + " is down", null, false, false);
  }
}
