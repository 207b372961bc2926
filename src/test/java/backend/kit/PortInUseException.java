package backend.kit;

/** Somebody else listens on the port already. */
public final class PortInUseException extends RuntimeException {

  PortInUseException(int port) {
    super("port " + port + " of 127.0.0.1 is in use");
  }
}
