package org.todoke.stack.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackOptions;
import org.todoke.stack.identity.DemoUsers;
import org.todoke.stack.identity.KeycloakRealm;
import picocli.CommandLine.Command;

/** {@code todoke realm}: the realm for a Keycloak that runs elsewhere, as in docker-compose. */
@Command(
    name = "realm",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Print the Keycloak realm made of deploy/demo-users.json.")
final class RealmCommand implements Callable<Integer> {

  private final Path root;
  private final PrintStream out;

  RealmCommand(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  @Override
  public Integer call() {
    var folders = new StackFolders(root, StackOptions.in(root).home());
    out.println(new KeycloakRealm(DemoUsers.read(folders.demoUsers())).toJson());
    return 0;
  }
}
