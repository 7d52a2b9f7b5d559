package org.todoke.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void onlyTheUserMayReadThem() throws IOException {
    Secrets secrets = new Secrets(folder.resolve("secrets"));

    secrets.password("postgres");

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("postgres"))))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
        .isEqualTo("rwx------");
  }

  @Test
  void staysTheSameForTheSameStackAndDiffersFromAnyOther() {
    String first = new Secrets(folder.resolve("a")).password("postgres");

    assertThat(new Secrets(folder.resolve("a")).password("postgres")).isEqualTo(first);
    assertThat(new Secrets(folder.resolve("a")).password("kafka")).isNotEqualTo(first);
    assertThat(new Secrets(folder.resolve("b")).password("postgres")).isNotEqualTo(first);
    assertThat(first).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void whatIsBrokenOffInTheMiddleIsMadeAnewNextTime() {
    Secrets secrets = new Secrets(folder.resolve("secrets"));

    assertThatThrownBy(
            () ->
                secrets.keep(
                    "postgres",
                    () -> {
                      throw new IllegalStateException("killed");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(secrets.file("postgres")).doesNotExist();
    assertThat(secrets.keep("postgres", () -> "whole")).isEqualTo("whole");
  }
}
