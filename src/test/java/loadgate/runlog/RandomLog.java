package loadgate.runlog;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Any log that the layout can express, from a seed. */
record RandomLog(RunHeader header, List<RecordedLog.Event> events) {

  private static final String ALPHABET =
      "aZ ,\"\n\u00e9\u00ff\u0100\u0416\u691c\ud83d\ude80\ud800\udc00\u0000";

  static RandomLog of(long seed) {
    Random random = new Random(seed);
    RunHeader header =
        new RunHeader(
            "3.1" + (3 + random.nextInt(3)) + "." + random.nextInt(20),
            text(random),
            Instant.ofEpochMilli(random.nextLong()),
            text(random),
            texts(random, 1 + random.nextInt(4)),
            Stream.generate(() -> assertion(random)).limit(random.nextInt(4)).toList());
    List<String> names = texts(random, 1 + random.nextInt(20));
    List<RecordedLog.Event> events = new ArrayList<>();
    for (int left = random.nextInt(60); left > 0; left--) {
      events.add(event(random, names, header.scenarios().size()));
    }
    return new RandomLog(header, events);
  }

  byte[] bytes() throws IOException {
    return RecordedLog.bytesOf(header, events);
  }

  private static RecordedLog.Event event(Random random, List<String> names, int scenarios) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new RecordedLog.Request(
              groups(random, names),
              pick(random, names),
              random.nextInt(),
              random.nextInt(),
              random.nextBoolean(),
              pick(random, names));
      case 1 ->
          new RecordedLog.Group(
              groups(random, names),
              random.nextInt(),
              random.nextInt(),
              random.nextInt(),
              random.nextBoolean());
      case 2 ->
          new RecordedLog.User(random.nextInt(scenarios), random.nextBoolean(), random.nextInt());
      default -> new RecordedLog.Error(pick(random, names), random.nextInt());
    };
  }

  private static GroupPath groups(Random random, List<String> names) {
    return GroupPath.of(
        Stream.generate(() -> pick(random, names)).limit(random.nextInt(5)).toList());
  }

  private static String pick(Random random, List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private static List<String> texts(Random random, int size) {
    return Stream.generate(() -> text(random)).limit(size).toList();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, random.nextInt(12))
        .forEach(i -> text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length()))));
    return text.toString();
  }

  private static PickledAssertion assertion(Random random) {
    byte[] bytes = new byte[random.nextInt(30)];
    random.nextBytes(bytes);
    return new PickledAssertion(bytes);
  }
}
