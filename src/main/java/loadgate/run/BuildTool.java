package loadgate.run;

import loadgate.settings.GatlingArguments;

/** The build tool whose plugin has started this process, such as Maven. */
public final class BuildTool {

  private BuildTool() {}

  /**
   * Ends this process with the build tool, however that ends: nobody would hear the verdict of a
   * load that goes on alone. A process that no build tool started is left alone; it may be meant to
   * outlive the shell that it was started from.
   */
  public static void endWithIt() {
    if (GatlingArguments.ofProcess().ofBuildTool()) {
      ProcessHandle.current()
          .parent()
          .ifPresent(
              parent ->
                  parent
                      .onExit()
                      .thenRun(
                          () -> {
                            System.err.println(
                                "loadgate: the build tool that started this run has ended");
                            System.exit(1);
                          }));
    }
  }
}
