package loadgate.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import loadgate.gates.Gates;
import loadgate.history.RunOrigin;
import loadgate.model.ExportFormat;
import loadgate.model.StageWindow;
import loadgate.report.AtomicFile;
import loadgate.report.GatesJson;
import loadgate.settings.Settings;

/**
 * {@code injector.json}: the part that one injector had in a run of several, and what merging their
 * logs has to know of that run. It is written when the injector's log is, so a folder without it is
 * of an injector that broke off.
 *
 * @param injector counted from 0
 * @param injectors how many the run has
 * @param loadgateVersion of the toolkit, see {@link #VERSION}
 * @param startedAt when its load began, by its own clock
 * @param clockOffsetMillis its own clock minus that of the barrier; empty when nobody measured it
 * @param late whether it came after the others had started
 * @param complete whether it sent all of its load; false when it was told to stop or broke off
 * @param run the same for all injectors, but for the machine and what was told to people
 */
public record InjectorRecord(
    int injector,
    int injectors,
    String loadgateVersion,
    @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant startedAt,
    OptionalLong clockOffsetMillis,
    boolean late,
    boolean complete,
    WholeRun run) {

  public static final String FILE_NAME = "injector.json";

  /** Of the toolkit's jar; {@code development} when it runs from folders of classes. */
  public static final String VERSION =
      Optional.ofNullable(InjectorRecord.class.getPackage().getImplementationVersion())
          .orElse("development");

  /**
   * The run of all injectors.
   *
   * @param simulation class name
   * @param origin of the whole profile and not of a share of it
   * @param stages of the whole profile
   * @param formats of other tools that the run is written in
   * @param told what ran, by labels for people
   * @param gates that the run is judged by
   */
  public record WholeRun(
      String simulation,
      RunOrigin origin,
      List<StageWindow> stages,
      Set<ExportFormat> formats,
      Map<String, String> told,
      Gates gates) {

    public WholeRun {
      requireNonNull(simulation, "simulation is missing");
      requireNonNull(origin, "origin is missing");
      stages = List.copyOf(requireNonNull(stages, "stages is missing"));
      formats = Set.copyOf(requireNonNull(formats, "formats is missing"));
      told =
          Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(told, "told is missing")));
      requireNonNull(gates, "gates is missing");
    }

    /**
     * @param simulation class name
     * @param settings with the profile of all injectors
     */
    public static WholeRun of(
        String simulation, Settings settings, Gates gates, Map<String, String> told) {
      return new WholeRun(
          simulation,
          RunOrigin.of(settings),
          StageWindow.of(settings.profile()),
          settings.formats(),
          told,
          gates);
    }
  }

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(gates())
          .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          // Later versions may say more.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  public InjectorRecord {
    if (injector < 0 || injector >= injectors) {
      throw new IllegalArgumentException(
          "injector is %s, not within 0 and %s".formatted(injector, injectors - 1));
    }
    requireNonNull(loadgateVersion, "loadgateVersion is missing");
    requireNonNull(startedAt, "startedAt is missing");
    requireNonNull(clockOffsetMillis, "clockOffsetMillis is missing");
    requireNonNull(run, "run is missing");
  }

  private static SimpleModule gates() {
    StdConverter<Gates, JsonNode> written =
        new StdConverter<>() {
          @Override
          public JsonNode convert(Gates gates) {
            return GatesJson.of(gates);
          }
        };
    StdConverter<JsonNode, Gates> read =
        new StdConverter<>() {
          @Override
          public Gates convert(JsonNode json) {
            return GatesJson.gates(json);
          }
        };
    return new SimpleModule()
        .addSerializer(new StdDelegatingSerializer(Gates.class, written))
        .addDeserializer(Gates.class, new StdDelegatingDeserializer<>(read));
  }

  /** Writes the file into the folder of the injector's run. */
  public void writeTo(Path folder) throws IOException {
    AtomicFile.write(
        folder.resolve(FILE_NAME),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
  }

  /**
   * Reads the file from the folder of an injector's run.
   *
   * @return empty when there is none
   * @throws IOException if it is damaged or cannot be read
   */
  public static Optional<InjectorRecord> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), InjectorRecord.class));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage().lines().findFirst().orElse("damaged"), e);
    }
  }
}
