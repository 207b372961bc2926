package loadgate.history;

/**
 * What two runs must have in common so that one says something about the other.
 *
 * @param settings see {@link SettingsHash}
 * @param machine see {@link Machine#kind}
 */
record Comparability(
    String simulation, String profile, String target, String settings, String machine) {

  static Comparability of(HistoryEntry run) {
    return new Comparability(
        run.simulation(), run.profile(), run.target(), run.settings(), run.machine().kind());
  }

  /** Of a run of this process. */
  static Comparability of(RunOrigin origin, String simulation) {
    return new Comparability(
        simulation,
        origin.profile(),
        origin.target(),
        origin.settingsHash(),
        origin.machine().kind());
  }

  /** What is different in another run, for people. */
  String difference(Comparability other) {
    return settings.equals(other.settings)
        ? "is of another kind of machine (%s)".formatted(other.machine)
        : "had another load or other settings";
  }
}
