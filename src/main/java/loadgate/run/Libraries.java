package loadgate.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loadgate.model.SettingsException;

/**
 * The libraries of the toolkit that a project may bring in older versions. Most of these work as
 * well; the versions are only looked at when one does not.
 */
public final class Libraries {

  private static final Pattern JAR = Pattern.compile("([^/]+?)-(\\d[^/]*)\\.jar");

  private Libraries() {}

  /** What the user can do about classes that do not fit together, as one line. */
  public static SettingsException clash(LinkageError error) {
    return clash(error, needed(), Libraries::file);
  }

  /** Where a class comes from. */
  interface Files {
    String of(String className);
  }

  static SettingsException clash(LinkageError error, Map<String, String> needed, Files files) {
    List<String> older = new ArrayList<>();
    needed.forEach(
        (className, version) -> {
          Matcher jar = JAR.matcher(files.of(className));
          if (jar.find() && compare(jar.group(2), version) < 0) {
            older.add("%s %s found, %s needed".formatted(jar.group(1), jar.group(2), version));
          }
        });
    return new SettingsException(
        "class path",
        "libraries do not fit together: "
            + (older.isEmpty() ? "" : String.join("; ", older) + ": ")
            + error.toString().lines().findFirst().orElse(""));
  }

  /** By the numbers in them. */
  private static int compare(String one, String other) {
    int[] a = numbers(one);
    int[] b = numbers(other);
    return IntStream.range(0, Math.min(a.length, b.length))
        .mapToObj(i -> Integer.compare(a[i], b[i]))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }

  private static int[] numbers(String version) {
    return Pattern.compile("\\d{1,9}")
        .matcher(version)
        .results()
        .mapToInt(number -> Integer.parseInt(number.group()))
        .toArray();
  }

  private static Map<String, String> needed() {
    Properties versions = new Properties();
    try (InputStream in = Libraries.class.getResourceAsStream("/loadgate/libraries.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions.stringPropertyNames().stream()
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.toMap(name -> name, versions::getProperty, (a, b) -> a, TreeMap::new));
  }

  private static String file(String className) {
    try {
      CodeSource source =
          Class.forName(className, false, Libraries.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return source == null ? "" : source.getLocation().toString();
    } catch (ClassNotFoundException | LinkageError e) {
      return "";
    }
  }
}
