package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LibrariesTest {

  private static final LinkageError ERROR = new NoClassDefFoundError("a/StreamReadConstraints");

  private static String message(Map<String, String> needed, String file) {
    return Libraries.clash(ERROR, needed, className -> file).getMessage();
  }

  @Test
  void shouldNameBothVersionsOfALibraryThatIsTooOld() {
    assertThat(message(Map.of("a.B", "2.22.4"), "file:/m2/jackson-core-2.9.10.jar"))
        .isEqualTo(
            "class path: libraries do not fit together: jackson-core 2.9.10 found, 2.22.4 needed:"
                + " java.lang.NoClassDefFoundError: a/StreamReadConstraints");
  }

  @Test
  void shouldNameNoLibraryThatIsAsNewOrHasNoVersion() {
    String bare =
        "class path: libraries do not fit together:"
            + " java.lang.NoClassDefFoundError: a/StreamReadConstraints";

    assertThat(message(Map.of("a.B", "2.22.4"), "file:/m2/jackson-core-2.22.4.jar"))
        .isEqualTo(bare);
    assertThat(message(Map.of("a.B", "2.22.4"), "file:/m2/all.jar")).isEqualTo(bare);
  }

  @Test
  void shouldFindTheLibrariesOfThisBuildNewEnough() {
    assertThat(Libraries.clash(ERROR).getMessage()).doesNotContain("needed");
  }
}
