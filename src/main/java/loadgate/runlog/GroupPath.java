package loadgate.runlog;

import java.util.List;

/**
 * The names of nested groups, outermost first. Equal by its names; within one reading of a log
 * equal paths are also the same instance, which makes it a cheap key.
 */
public final class GroupPath {

  /** The path of a request that is in no group. */
  public static final GroupPath NONE = new GroupPath(List.of());

  private final List<String> names;
  private final int hash;

  private GroupPath(List<String> names) {
    this.names = names;
    this.hash = names.hashCode();
  }

  public static GroupPath of(String... names) {
    return of(List.of(names));
  }

  public static GroupPath of(List<String> names) {
    return names.isEmpty() ? NONE : new GroupPath(List.copyOf(names));
  }

  public List<String> names() {
    return names;
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof GroupPath that && hash == that.hash && names.equals(that.names);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The names joined as Gatling's report does: {@code Checkout / Pay}. */
  @Override
  public String toString() {
    return String.join(" / ", names);
  }
}
