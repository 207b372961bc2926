package loadgate.history;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import loadgate.model.Direction;

/** Reads and writes one line of the history: an entry as JSON in UTF-8. */
final class HistoryLine {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(directions())
          .defaultPropertyInclusion(Value.construct(Include.NON_ABSENT, Include.ALWAYS))
          .withConfigOverride(
              OptionalDouble.class,
              value -> value.setInclude(Value.construct(Include.NON_EMPTY, Include.NON_EMPTY)))
          .withConfigOverride(
              OptionalInt.class,
              value -> value.setInclude(Value.construct(Include.NON_EMPTY, Include.NON_EMPTY)))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          // Later versions may say more.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private HistoryLine() {}

  /** A direction is written as whether the limits are upper ones. */
  private static SimpleModule directions() {
    StdConverter<Direction, Boolean> written =
        new StdConverter<>() {
          @Override
          public Boolean convert(Direction direction) {
            return direction == Direction.BELOW;
          }
        };
    StdConverter<Boolean, Direction> read =
        new StdConverter<>() {
          @Override
          public Direction convert(Boolean upper) {
            return upper ? Direction.BELOW : Direction.ABOVE;
          }
        };
    return new SimpleModule()
        .addSerializer(new StdDelegatingSerializer(Direction.class, written))
        .addDeserializer(Direction.class, new StdDelegatingDeserializer<>(read));
  }

  static byte[] of(HistoryEntry run) {
    try {
      return JSON.writeValueAsBytes(run);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every entry can be written as JSON", e);
    }
  }

  /** The lines of a file without their ends. */
  static List<byte[]> split(byte[] content) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int end = 0; end <= content.length; end++) {
      if (end == content.length ? start < end : content[end] == '\n') {
        lines.add(Arrays.copyOfRange(content, start, end));
        start = end + 1;
      }
    }
    return lines;
  }

  static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  static HistoryEntry read(byte[] line) throws DamagedLineException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      HistoryEntry run = JSON.readValue(text, HistoryEntry.class);
      if (run == null) {
        throw new DamagedLineException("is no run but null");
      }
      return run;
    } catch (CharacterCodingException e) {
      throw new DamagedLineException("is not UTF-8");
    } catch (ValueInstantiationException e) {
      throw new DamagedLineException(e.getCause().getMessage());
    } catch (JsonMappingException e) {
      throw new DamagedLineException(place(e) + reason(e));
    } catch (JsonProcessingException e) {
      throw new DamagedLineException(reason(e));
    }
  }

  /** Of the value that is wrong: {@code machine.cores}. */
  private static String place(JsonMappingException e) {
    String fields =
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return fields.isEmpty() ? "" : fields + ": ";
  }

  /** One line, without Jackson's advice on how to let the mistake pass. */
  private static String reason(JsonProcessingException e) {
    String line = e.getOriginalMessage().lines().findFirst().orElse("is no JSON");
    return line.replaceFirst(" \\(set Deser.*", "");
  }
}
