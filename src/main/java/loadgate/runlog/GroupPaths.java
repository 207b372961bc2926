package loadgate.runlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Caches group paths in a tree, so that reading a known path allocates nothing. */
final class GroupPaths {

  private final Node root = new Node(null, null);

  Node root() {
    return root;
  }

  /** One name in the tree; its path is only built when a record really ends here. */
  static final class Node {
    private final Node parent;
    private final String name;
    private final Map<String, Node> children = new HashMap<>(4);
    private GroupPath path;

    private Node(Node parent, String name) {
      this.parent = parent;
      this.name = name;
    }

    Node child(String childName) {
      Node child = children.get(childName);
      if (child == null) {
        child = new Node(this, childName);
        children.put(childName, child);
      }
      return child;
    }

    GroupPath path() {
      if (path == null) {
        Deque<String> names = new ArrayDeque<>();
        for (Node node = this; node.parent != null; node = node.parent) {
          names.addFirst(node.name);
        }
        path = GroupPath.of(List.copyOf(names));
      }
      return path;
    }
  }
}
