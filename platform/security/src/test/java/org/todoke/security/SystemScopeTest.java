package org.todoke.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SystemScopeTest {

  @Test
  void scopeEndsWithTheWork() throws Exception {
    List<Boolean> seen = new ArrayList<>();

    SystemScope.run(() -> seen.add(SystemScope.isEntered()));
    boolean inside = SystemScope.call(SystemScope::isEntered);

    assertThat(seen).containsExactly(true);
    assertThat(inside).isTrue();
    assertThat(SystemScope.isEntered()).isFalse();
  }

  @Test
  void innerScopeDoesNotEndTheOuterOne() {
    SystemScope.run(
        () -> {
          SystemScope.run(() -> {});
          assertThat(SystemScope.isEntered()).isTrue();
        });
  }

  @Test
  void failingWorkLeavesTheScope() {
    assertThatThrownBy(
            () ->
                SystemScope.call(
                    () -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");

    assertThat(SystemScope.isEntered()).isFalse();
  }

  @Test
  void scopeIsOneThreadsOwn() {
    SystemScope.run(
        () -> assertThat(CompletableFuture.supplyAsync(SystemScope::isEntered).join()).isFalse());
  }
}
