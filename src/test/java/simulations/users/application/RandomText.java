package simulations.users.application;

import java.util.concurrent.ThreadLocalRandom;

/** Random text for names that do not collide with those of other users and earlier runs. */
final class RandomText {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

  private RandomText() {}

  /** Lower-case letters and digits. */
  static String of(int length) {
    return ThreadLocalRandom.current()
        .ints(length, 0, ALPHABET.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(ALPHABET.charAt(index)),
            StringBuilder::append)
        .toString();
  }
}
