package loadgate.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesCsvTest {

  private static final String HEADER =
      "timestamp,cpu_percent,memory_percent,memory_mb,disk_read_mb,disk_write_mb,network_sent_mb,"
          + "network_recv_mb,host_cpu_percent,host_memory_percent,host_memory_mb,"
          + "host_disk_read_mb,host_disk_write_mb,injector_cpu_percent,injector_heap_mb,"
          + "injector_gc_ms,injector_lag_ms,injector_stall_ms,others_cpu_percent";

  private static final HostUse HOST = new HostUse(40, 30, 50, 8000.5, 1.5, 2.5, 3.5, 4.5);
  private static final InjectorUse INJECTOR = new InjectorUse(12.3456, 256, 7, 0.25, 1500);

  @TempDir private Path folder;

  private ResourcesCsv csv;

  @BeforeEach
  void nameTheFile() {
    csv = new ResourcesCsv(folder.resolve(ResourcesCsv.FILE_NAME));
  }

  @Test
  void shouldBeginWithTheNamesOfTheColumns() throws IOException {
    csv.append(List.of(sample(Optional.empty())));

    assertThat(lines().get(0)).isEqualTo(HEADER);
  }

  @Test
  void shouldHaveEveryFigureInItsColumn() throws IOException {
    ProcessUse use =
        new ProcessUse(
            20, 512.125, OptionalDouble.of(6.25), OptionalDouble.of(10), OptionalDouble.of(11));

    csv.append(List.of(sample(Optional.of(use))));

    assertThat(lines().get(1))
        .isEqualTo(
            "2026-01-02T03:04:05.678Z,20.00,6.25,512.13,10.00,11.00,3.50,4.50,40.00,50.00,8000.50,"
                + "1.50,2.50,12.35,256.00,7.00,0.25,1500.00,30.00");
  }

  @Test
  void shouldHaveEmptyCellsWithoutATarget() throws IOException {
    csv.append(List.of(sample(Optional.empty())));

    assertThat(lines().get(1)).startsWith("2026-01-02T03:04:05.678Z,,,,,,3.50,4.50,40.00,");
  }

  @Test
  void shouldHaveEmptyCellsForWhatIsUnknownOfTheTarget() throws IOException {
    ProcessUse use =
        new ProcessUse(
            20, 512, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    csv.append(List.of(sample(Optional.of(use))));

    assertThat(lines().get(1)).startsWith("2026-01-02T03:04:05.678Z,20.00,,512.00,,,3.50,");
  }

  @Test
  void shouldHaveOneHeaderWhenRowsAreAddedLater() throws IOException {
    csv.append(List.of(sample(Optional.empty()), sample(Optional.empty())));
    csv.append(List.of(sample(Optional.empty())));

    assertThat(lines()).hasSize(4).containsOnlyOnce(HEADER);
  }

  @Test
  void shouldEndEveryRow() throws IOException {
    csv.append(List.of(sample(Optional.empty())));

    assertThat(Files.readString(csv.file())).endsWith(",0.25,1500.00,30.00\n");
  }

  @Test
  void shouldWritePointsWhateverTheLanguageOfTheMachine() throws IOException {
    Locale own = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      csv.append(List.of(sample(Optional.empty())));
    } finally {
      Locale.setDefault(own);
    }

    assertThat(lines().get(1).split(",")).hasSize(19).contains("8000.50");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(csv.file());
  }

  private static ResourceSample sample(Optional<ProcessUse> target) {
    return new ResourceSample(
        Instant.parse("2026-01-02T03:04:05.678901Z"), target, Optional.of(HOST), INJECTOR);
  }
}
