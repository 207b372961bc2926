package proof;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates that no usual authority has signed. */
public final class SelfSigned {

  public static final String ALIAS = "test";
  public static final String PASSWORD = "changeit";

  private SelfSigned() {}

  /**
   * A server's key and certificate.
   *
   * @param host as keytool writes alternative names: {@code ip:127.0.0.1}
   */
  public static KeyStore keys(Path folder, String host) throws Exception {
    Path keys = folder.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        List.of(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-dname",
            "CN=test.invalid",
            "-ext",
            "SAN=" + host,
            "-keystore",
            keys.toString(),
            "-storepass",
            PASSWORD);
    if (new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  /** What a server with that key and certificate needs. */
  public static SSLContext context(KeyStore store) throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
