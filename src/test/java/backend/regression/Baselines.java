package backend.regression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All baselines ever made. None is removed, as in the agent that this one stands for: a run that
 * lasts long enough is to see its memory grow.
 */
public final class Baselines {

  public static final String DEFAULT_HASH = "default";
  public static final String DEFAULT_TYPE = "rolling";

  private record Key(String modelName, String configHash) {}

  private final boolean remembering;
  private final Map<Key, List<Baseline>> made = new HashMap<>();

  /**
   * @param remembering false forgets every baseline at once
   */
  public Baselines(boolean remembering) {
    this.remembering = remembering;
  }

  public synchronized void add(Baseline baseline) {
    if (remembering) {
      made.computeIfAbsent(
              new Key(baseline.modelName(), baseline.configHash()), key -> new ArrayList<>())
          .add(baseline);
    }
  }

  /** The last one made for the model with that configuration. */
  public synchronized Optional<Baseline> newest(String modelName, String configHash) {
    return Optional.ofNullable(made.get(new Key(modelName, configHash)))
        .map(all -> all.get(all.size() - 1));
  }
}
