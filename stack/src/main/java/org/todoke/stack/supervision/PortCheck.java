package org.todoke.stack.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.todoke.stack.StackProblem;

/** Finds out before anything is started that a port is somebody else's. */
public final class PortCheck {

  private PortCheck() {}

  /**
   * @param wanted the part that wants it, by port
   * @throws StackProblem naming the first port that is taken
   */
  public static void allFree(Map<Integer, String> wanted) {
    wanted.forEach(
        (port, part) -> {
          if (!isFree(port)) {
            throw new StackProblem("port.taken", Integer.toString(port), part);
          }
        });
  }

  static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      // A port that only rests after use can be had.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
