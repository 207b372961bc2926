package loadgate.watch;

/** A request to a host that gets no load; its message becomes that of the failed request. */
final class HostNotAllowedException extends RuntimeException {

  HostNotAllowedException(String message) {
    super(message, null, false, false);
  }
}
