package org.todoke.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a daemon that only knows the image {@code present}, or never answers. */
class LocalDockerTest {

  @TempDir Path folder;
  private ServerSocketChannel daemon;

  @AfterEach
  void stopDaemon() throws IOException {
    if (daemon != null) {
      daemon.close();
    }
  }

  @Test
  void imageThatIsPresentIsFound() throws IOException {
    assertThat(listening(true).hasAll(List.of("present"))).isTrue();
  }

  @Test
  void oneMissingImageIsEnoughToGoWithout() throws IOException {
    assertThat(listening(true).hasAll(List.of("present", "absent"))).isFalse();
  }

  @Test
  void daemonThatNeverAnswersIsNotWaitedFor() throws IOException {
    assertThat(listening(false).hasAll(List.of("present"))).isFalse();
  }

  @Test
  void machineWithoutDockerHasNothing() {
    assertThat(new LocalDocker(folder.resolve("none"), Duration.ofSeconds(1)).hasAll(List.of("x")))
        .isFalse();
  }

  private LocalDocker listening(boolean answering) throws IOException {
    Path socket = folder.resolve("docker.sock");
    daemon = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    daemon.bind(UnixDomainSocketAddress.of(socket));
    if (answering) {
      Thread thread = new Thread(this::serve, "docker");
      thread.setDaemon(true);
      thread.start();
    }
    // Short where silence is awaited, generous where an answer is.
    return new LocalDocker(socket, Duration.ofMillis(answering ? 10_000 : 200));
  }

  private void serve() {
    while (true) {
      try (var client = daemon.accept()) {
        var request = ByteBuffer.allocate(1024);
        client.read(request);
        String asked = new String(request.array(), StandardCharsets.US_ASCII);
        String status = asked.contains("/images/present/json") ? "200 OK" : "404 Not Found";
        client.write(
            ByteBuffer.wrap(
                ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
      } catch (AsynchronousCloseException e) {
        return;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
