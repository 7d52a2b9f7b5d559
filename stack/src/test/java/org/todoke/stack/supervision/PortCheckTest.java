package org.todoke.stack.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.todoke.stack.StackProblem;

class PortCheckTest {

  @Test
  void takenPortIsNamedWithThePartThatNeedsIt() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> PortCheck.allFree(Map.of(port, "gateway")))
          .isInstanceOfSatisfying(
              StackProblem.class,
              problem -> {
                assertThat(problem.key()).isEqualTo("port.taken");
                assertThat(problem.arguments()).containsExactly(Integer.toString(port), "gateway");
              });
    }
  }

  @Test
  void portThatWasReleasedIsFree() throws IOException {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
      assertThat(PortCheck.isFree(port)).isFalse();
    }

    assertThat(PortCheck.isFree(port)).isTrue();
  }
}
