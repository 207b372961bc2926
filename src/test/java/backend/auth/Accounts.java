package backend.auth;

import backend.kit.ApiException;
import backend.kit.DuplicateKeyException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rules of accounts: who may have one, who is let in, who may change what. */
final class Accounts {

  private static final String EMAIL_TAKEN = "Email already registered";
  private static final String USERNAME_TAKEN = "Username already taken";

  private final UserStore users;
  private final Passwords passwords;

  Accounts(UserStore users, Passwords passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  User register(Registration registration) {
    demandFree(registration);
    Instant now = Instant.now();
    User user =
        new User(
            UUID.randomUUID(),
            registration.username(),
            registration.email(),
            passwords.hash(registration.password()),
            registration.firstName(),
            registration.lastName(),
            true,
            false,
            now,
            now);
    try {
      users.insert(user);
      return user;
    } catch (DuplicateKeyException e) {
      demandFree(registration);
      throw e;
    }
  }

  /** The account behind a username or an e-mail and its password. */
  User authenticate(String login, String password) {
    Optional<User> found = users.byUsername(login).or(() -> users.byEmail(login));
    if (found.isEmpty()) {
      passwords.checkNobody(password);
    }
    return active(
        found
            .filter(user -> passwords.matches(password, user.passwordHash()))
            .orElseThrow(() -> ApiException.bearerRequired("Incorrect username or password")));
  }

  User byId(UUID id) {
    return active(users.byId(id).orElseThrow(() -> ApiException.notFound("User not found")));
  }

  User update(User user, ProfileChange change) {
    try {
      users.updateProfile(user.id(), change);
    } catch (DuplicateKeyException e) {
      throw ApiException.badRequest(EMAIL_TAKEN);
    }
    return byId(user.id());
  }

  void changePassword(User user, String current, String replacement) {
    if (!passwords.matches(current, user.passwordHash())) {
      throw ApiException.badRequest("Incorrect current password");
    }
    users.updatePassword(user.id(), passwords.hash(replacement));
  }

  private void demandFree(Registration registration) {
    if (users.byEmail(registration.email()).isPresent()) {
      throw ApiException.badRequest(EMAIL_TAKEN);
    }
    if (users.byUsername(registration.username()).isPresent()) {
      throw ApiException.badRequest(USERNAME_TAKEN);
    }
  }

  private static User active(User user) {
    if (!user.active()) {
      throw ApiException.badRequest("Inactive user");
    }
    return user;
  }
}
