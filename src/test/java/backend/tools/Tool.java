package backend.tools;

import java.util.List;

/** Something that an assistant can have done by name. */
interface Tool {

  String name();

  String description();

  List<Parameter> parameters();

  /**
   * @return what is written as JSON into the answer
   * @throws ToolException if it cannot be done
   */
  Object call(Arguments arguments);
}
