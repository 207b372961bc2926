package proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import loadgate.UserType;
import loadgate.model.ExportFormat;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Settings;
import org.junit.jupiter.api.Test;

/** The defaults of this project's gatling.conf. */
class ShippedSettingsTest {

  private final Settings settings =
      Settings.load(
          ConfigFactory.parseResources("gatling.conf"),
          Map.of(),
          new Properties(),
          UserTypeCatalog.names(UserType.class),
          "MixedSimulation");

  @Test
  void shouldRunTheLightProfileByDefault() {
    assertThat(settings.profile()).isEqualTo(settings.profiles().get("light"));
  }

  @Test
  void shouldStartTheReferenceBackendByDefault() {
    assertThat(settings.target().baseUrl()).isEmpty();
  }

  @Test
  void shouldVerifyCertificatesByDefault() {
    assertThat(settings.target().trustAnyCertificate()).isFalse();
  }

  @Test
  void shouldGiveTheBackendItsOptionsByTheirFullNames() {
    assertThat(settings.backend().orElseThrow().options())
        .containsEntry("loadgate.backend.port", "8000")
        .containsEntry("loadgate.backend.access-token-lifetime", "30m")
        .containsEntry("loadgate.backend.faults.cache", "on");
  }

  @Test
  void shouldWriteTheFormatsThatOtherToolsRead() {
    assertThat(settings.formats()).containsExactly(ExportFormat.GATLING_3_13, ExportFormat.LOCUST);
  }

  @Test
  void shouldResolveGatlingsCertificateChecksToTheTargets() {
    var resolved = ConfigFactory.parseResources("gatling.conf").resolve();

    assertThat(
            List.of(
                resolved.getBoolean("gatling.ssl.useInsecureTrustManager"),
                resolved.getBoolean("gatling.http.enableHostnameVerification")))
        .containsExactly(false, true);
  }
}
