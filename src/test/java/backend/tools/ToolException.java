package backend.tools;

/** A call of a tool that cannot be answered; the text is for the client. */
final class ToolException extends RuntimeException {

  ToolException(String problem) {
    super(problem, null, false, false);
  }
}
