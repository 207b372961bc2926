package loadgate.model;

/**
 * Which of the injectors of a run this process is.
 *
 * @param index from 0 to {@code count - 1}
 * @param count how many there are, 1 or more
 */
public record InjectorShare(int index, int count) {

  /** The only injector. */
  public static final InjectorShare WHOLE = new InjectorShare(0, 1);

  public InjectorShare {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException("there is no injector %s of %s".formatted(index, count));
    }
  }

  /** Whether this is the only one. */
  public boolean isWhole() {
    return count == 1;
  }

  /** Whether this is the one that does what is done once per run. */
  public boolean isFirst() {
    return index == 0;
  }

  /** Whether it gets that one of many that are dealt out one by one, counted from 0. */
  public boolean takes(long number) {
    return number % count == index;
  }

  /** {@code 2/8}, counted from 0. */
  @Override
  public String toString() {
    return index + "/" + count;
  }
}
