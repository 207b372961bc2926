package backend;

import backend.kit.Room;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the rooms of the backend. */
final class Rooms {

  private Rooms() {}

  /** New instances, by name. Files are listed because a scan of classes takes a second to begin. */
  static List<Room> find() {
    try {
      Path here = Path.of(Rooms.class.getResource("").toURI());
      try (Stream<Path> files = Files.walk(here, 2)) {
        return files
            .map(
                file ->
                    here.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "."))
            .filter(name -> name.endsWith("Room.class") && !name.startsWith("kit."))
            .sorted()
            .map(name -> open("backend." + name.replaceFirst("\\.class$", "")))
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the backend is not in a folder of classes", e);
    }
  }

  private static Room open(String name) {
    try {
      return (Room) Class.forName(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " has no usable constructor", e);
    }
  }
}
