package loadgate.runlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Resolves the strings that a log writes once and then refers to by index. */
final class StringCache {

  private final LogInput input;
  private final List<String> strings = new ArrayList<>();

  StringCache(LogInput input) {
    this.input = input;
  }

  /** Those read so far, in the order of their indexes. */
  List<String> all() {
    return strings;
  }

  String next() throws IOException {
    int index = input.int32();
    if (index < 0 && -index <= strings.size() && -index > 0) {
      return strings.get(-index - 1);
    }
    if (index != strings.size() + 1) {
      throw input.wrong(
          Integer.BYTES,
          "string index is %s, but the log has named %s strings so far"
              .formatted(index, strings.size()));
    }
    String string = input.string();
    strings.add(string);
    return string;
  }
}
