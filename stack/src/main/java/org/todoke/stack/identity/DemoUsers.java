package org.todoke.stack.identity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.todoke.stack.StackProblem;

/** The logins of the demonstration, as {@code deploy/demo-users.json} lists them. */
public record DemoUsers(String password, List<User> users) {

  /** Somebody who may sign in, and for whom they speak. */
  public record User(
      String username, String organization, List<String> roles, String displayName) {}

  public DemoUsers {
    users = List.copyOf(users);
  }

  public static DemoUsers read(Path file) {
    try {
      return new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(file.toFile(), DemoUsers.class);
    } catch (IOException e) {
      throw new StackProblem(e, "users.unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  public Optional<User> find(String username) {
    return users.stream().filter(user -> user.username().equals(username)).findFirst();
  }
}
