package backend.auth;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.nio.charset.StandardCharsets;

/** Hashes and checks passwords; bcrypt alone would ignore what comes after 72 bytes. */
final class Passwords {

  private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

  private final LongPasswordStrategy beyond72Bytes = LongPasswordStrategies.hashSha512(VERSION);
  private final int cost;
  private final String nobodysHash;

  Passwords(int cost) {
    this.cost = cost;
    this.nobodysHash = hash("nobody");
  }

  String hash(String password) {
    byte[] hash = BCrypt.with(VERSION, beyond72Bytes).hash(cost, bytes(password));
    return new String(hash, StandardCharsets.US_ASCII);
  }

  boolean matches(String password, String hash) {
    return BCrypt.verifyer(VERSION, beyond72Bytes)
        .verify(bytes(password), hash.getBytes(StandardCharsets.US_ASCII))
        .verified;
  }

  /** Takes as long as a check, so that an answer's time does not tell whether an account exists. */
  void checkNobody(String password) {
    matches(password, nobodysHash);
  }

  private static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }
}
