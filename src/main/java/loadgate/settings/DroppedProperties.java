package loadgate.settings;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import java.util.List;
import java.util.stream.IntStream;
import loadgate.model.SettingsException;

/**
 * Properties that a build tool was given and Gatling's plugin did not hand on to this process,
 * because their names have a blank. The plugin says so in one line among many, and goes on without
 * the gate that was meant.
 *
 * @param words the build tool's command line, as far as the system tells it
 */
record DroppedProperties(List<String> words) {

  private static final String BLANK = " ";

  static DroppedProperties ofProcess() {
    return new DroppedProperties(
        ProcessHandle.current()
            .parent()
            .filter(parent -> GatlingArguments.ofProcess().ofBuildTool())
            .flatMap(buildTool -> buildTool.info().arguments())
            .map(List::of)
            .orElse(List.of()));
  }

  /** Refuses the first of ours, with the form that arrives. */
  void refuse() {
    for (String word : words) {
      String name = word.replaceFirst("^-D", "").replaceFirst("=.*", "");
      if (name.startsWith(Overrides.ROOT + ".") && name.contains(BLANK)) {
        throw new SettingsException(
            "-D" + name,
            "Gatling's plugin drops a property whose name has a blank; allowed is '-D%s'"
                .formatted(arriving(name)));
      }
    }
  }

  /** The value is left out: it may be a secret. */
  private static String arriving(String name) {
    try {
      List<String> keys = ConfigUtil.splitPath(name);
      int blank =
          IntStream.range(0, keys.size())
              .filter(i -> keys.get(i).contains(BLANK))
              .findFirst()
              .orElseThrow();
      return "%s={%s=...}"
          .formatted(
              ConfigUtil.joinPath(keys.subList(0, blank)),
              ConfigUtil.joinPath(keys.subList(blank, keys.size())));
    } catch (ConfigException.BadPath e) {
      throw new SettingsException("-D" + name, "is not a path of settings");
    }
  }
}
