package loadgate.watch;

import java.util.NoSuchElementException;
import loadgate.model.InjectorShare;
import scala.collection.AbstractIterator;
import scala.collection.Iterator;

/** The rows of a feeder that one of several injectors gets: every n-th, from its own on. */
final class DealtRows<T> extends AbstractIterator<T> {

  private final Iterator<T> rows;
  private final int injectors;
  private int othersFirst;

  DealtRows(Iterator<T> rows, InjectorShare share) {
    this.rows = rows;
    this.injectors = share.count();
    this.othersFirst = share.index();
  }

  @Override
  public boolean hasNext() {
    while (othersFirst > 0 && rows.hasNext()) {
      rows.next();
      othersFirst--;
    }
    return rows.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no row is left");
    }
    othersFirst = injectors - 1;
    return rows.next();
  }
}
