package backend.pipeline;

/** What one run has to do. */
public interface Work {

  /**
   * Takes some of the stocks through a stage; those before {@code from} have been through it.
   *
   * @param to the first stock to be left for later
   * @return how many of them nothing came out for
   */
  int perform(Stage stage, int from, int to);
}
