package loadgate;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.ConfigFactory;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import loadgate.model.SettingsException;
import loadgate.settings.KnownNames;
import loadgate.settings.Settings;
import loadgate.settings.UserTypeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedUserTypeTest {

  private static final String CONF =
      """
      loadgate {
        target {
          base-url = "", allowed-hosts = [localhost], trust-any-certificate = false
          cache-header = X-Cache
        }
        profile = test
        preflight = true
        leave-timeout = 30s
        profiles { test { users = 1, spawn-rate = 1/s, duration = 20s } }
        backend { main-class = backend.BackendMain, start-timeout = 30s }
      }
      gatling.http.requestTimeout = 10000
      """;

  private static class IdleUser implements UserType {
    @Override
    public ChainBuilder iterate() {
      return exec(session -> session);
    }
  }

  private static final class ShopUser extends IdleUser {}

  private static final class TargetUser extends IdleUser {}

  private static final class InjectorUser extends IdleUser {}

  private static final class TargetPracticeUser extends IdleUser {}

  @Test
  void shouldRefuseAUserTypeThatIsNamedAsTheTarget() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> SimulatedUserType.of(types(new TargetUser()), settings("target")))
        .withMessage(
            "loadgate.SimulatedUserTypeTest$TargetUser: the name \"target\" is taken; choose"
                + " another");
  }

  @Test
  void shouldRefuseAUserTypeThatIsNamedAsTheLoadGenerator() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            () ->
                SimulatedUserType.of(
                    types(new ShopUser(), new InjectorUser()), settings("shop", "injector")))
        .withMessage(
            "loadgate.SimulatedUserTypeTest$InjectorUser: the name \"injector\" is taken; choose"
                + " another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"target", "injector"})
  void shouldRefuseANameThatTheSettingsGiveToAUserTypeLikeAnother(String name) {
    Properties told = new Properties();
    told.put("loadgate.user-types." + name + ".like", "shop");
    Map<String, UserTypeSettings> settings = settings(told, "shop");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> SimulatedUserType.of(types(new ShopUser()), settings))
        .withMessage("loadgate.user-types.%1$s: the name \"%1$s\" is taken; choose another", name);
  }

  @Test
  void shouldRefuseAUserTypeThatIsThereTwice() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            () -> SimulatedUserType.of(types(new ShopUser(), new ShopUser()), settings("shop")))
        .withMessage(
            "loadgate.SimulatedUserTypeTest$ShopUser: is twice in the simulation; another of its"
                + " kind is loadgate.user-types.<name>.like = shop");
  }

  @Test
  void shouldTakeANameThatOnlyBeginsLikeOneOfThem() {
    assertThat(SimulatedUserType.of(types(new TargetPracticeUser()), settings("target-practice")))
        .extracting(SimulatedUserType::title)
        .containsExactly("Target Practice");
  }

  private static UserType[] types(UserType... types) {
    return types;
  }

  private static Map<String, UserTypeSettings> settings(String... userTypes) {
    return settings(new Properties(), userTypes);
  }

  private static Map<String, UserTypeSettings> settings(Properties told, String... userTypes) {
    return Settings.load(
            ConfigFactory.parseString(CONF),
            Map.of(),
            told,
            new KnownNames(Set.of(userTypes), Set.of()),
            "")
        .userTypes();
  }
}
