package backend.application;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;

/** Hashes and checks passwords; bcrypt alone would refuse those of more than 72 bytes. */
final class Passwords {

  private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

  private final LongPasswordStrategy beyond72Bytes = LongPasswordStrategies.hashSha512(VERSION);
  private final int cost;
  private final String hashOfNobody;

  /** {@code cost} is the logarithm of the rounds spent on a password. */
  Passwords(int cost) {
    this.cost = cost;
    this.hashOfNobody = hash("nobody");
  }

  String hash(String password) {
    return BCrypt.with(VERSION, beyond72Bytes).hashToString(cost, password.toCharArray());
  }

  boolean matches(String password, String hash) {
    return BCrypt.verifyer(VERSION, beyond72Bytes)
        .verify(password.toCharArray(), hash.toCharArray())
        .verified;
  }

  /** Checked for unknown names, so that the response time does not tell which names exist. */
  String hashOfNobody() {
    return hashOfNobody;
  }
}
