package proof.score;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.util.List;
import java.util.function.Function;

/**
 * The loads of one target for the runs that are the same for all targets. They are found on the
 * class path, so they need a public constructor without parameters and no mention elsewhere.
 */
public interface SharedLoads {

  /** With faults that turn its gates red. */
  default List<Load> broken() {
    return List.of();
  }

  /** Without a fault, to leave its gates green. */
  default List<Load> healthy() {
    return List.of();
  }

  /** For a target whose metrics tell of no CPU to spare and of memory that grows. */
  List<Load> busy();

  /** Those of all targets. */
  static List<Load> all(Function<SharedLoads, List<Load>> which) {
    try (ScanResult scan = new ClassGraph().acceptPackages("proof").enableClassInfo().scan()) {
      return scan.getClassesImplementing(SharedLoads.class).loadClasses(SharedLoads.class).stream()
          .flatMap(type -> which.apply(create(type)).stream())
          .toList();
    }
  }

  private static SharedLoads create(Class<SharedLoads> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " has no usable constructor", e);
    }
  }
}
