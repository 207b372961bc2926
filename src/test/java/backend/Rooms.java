package backend;

import backend.kit.Room;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.util.List;

/** Finds the rooms of the backend. */
final class Rooms {

  private Rooms() {}

  /** New instances, in the order of their class names. */
  static List<Room> find() {
    // Where this class is, not the whole class path: every start of the backend waits for it.
    Object here = Rooms.class.getProtectionDomain().getCodeSource().getLocation();
    try (ScanResult scan =
        new ClassGraph()
            .overrideClasspath(here)
            .acceptPackages(Rooms.class.getPackageName())
            .enableClassInfo()
            .scan()) {
      return scan.getClassesImplementing(Room.class).getNames().stream().map(Rooms::open).toList();
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
