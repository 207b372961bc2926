package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import loadgate.model.CacheHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TargetSettingsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "http://localhost, http://localhost",
    "https://localhost:8443, https://localhost:8443",
    "http://localhost/, http://localhost",
    "http://localhost:8000/base/, http://localhost:8000/base",
    "http://[::1]:8000, http://[::1]:8000"
  })
  void shouldReadTheBaseUrlWithoutASlashAtTheEnd(String text, URI expected) {
    assertThat(target(Map.of("baseUrl", text)).baseUrl()).contains(expected);
  }

  @Test
  void shouldTrustAnyCertificateWhenNothingIsVerified() {
    assertThat(
            target(Map.of("loadgate.target.trust-any-certificate", "true")).trustAnyCertificate())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(CacheHeader.class)
  void shouldFindTheCacheHeaderWithoutCase(CacheHeader header) {
    String lowerCase = header.headerName().toLowerCase(java.util.Locale.ROOT);

    assertThat(target(Map.of("loadgate.target.cache-header", lowerCase)).cacheHeader())
        .isEqualTo(header);
  }

  private TargetSettings target(Map<String, String> system) {
    return SettingsFile.valid().load(folder, Map.of(), system).target();
  }
}
