package loadgate.stats;

/** Computes a share in percent. */
final class Share {

  private Share() {}

  /**
   * 0 when the whole is 0. Divided first and multiplied then, as Gatling does: the other order may
   * differ in the last digit, and a limit that equals the measured share exactly would be judged
   * differently.
   */
  static double percent(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole * 100;
  }
}
