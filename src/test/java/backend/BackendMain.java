package backend;

import backend.kit.BackendSettings;
import backend.kit.InvalidSettingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Runs the backend as a process of its own. */
public final class BackendMain {

  private BackendMain() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    // Standard output is for the address alone; whatever else is said goes to standard error.
    System.setOut(System.err);
    try {
      BackendSettings settings = BackendSettings.load();
      out.println("listening on " + BackendServer.start(settings).baseUrl());
      out.flush();
      if (settings.endsWithParent()) {
        // The pipe from the parent ends when the parent does, in whatever way that happens.
        System.in.transferTo(OutputStream.nullOutputStream());
        // Not exit: nothing here is worth saving, and no shutdown hook may keep an orphan alive.
        Runtime.getRuntime().halt(0);
      }
    } catch (InvalidSettingException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
