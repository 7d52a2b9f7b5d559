package org.todoke.testing;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The Docker daemon of this machine, asked over its socket without any client library. */
record LocalDocker(Path socket, Duration patience) {

  static LocalDocker atUsualPlace() {
    String socket =
        Optional.ofNullable(System.getenv("DOCKER_HOST"))
            .filter(host -> host.startsWith("unix://"))
            .map(host -> host.substring("unix://".length()))
            .orElse("/var/run/docker.sock");
    return new LocalDocker(Path.of(socket), Duration.ofSeconds(1));
  }

  boolean hasAll(List<String> images) {
    return Files.exists(socket) && images.stream().allMatch(this::has);
  }

  boolean has(String image) {
    // A daemon that accepts and never answers must not hold the tests up.
    var answer = CompletableFuture.supplyAsync(() -> statusOf(image));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS) == 200;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private int statusOf(String image) {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      String request =
          "GET /images/" + image + "/json HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      var head = ByteBuffer.allocate(32);
      while (head.hasRemaining() && channel.read(head) >= 0) {
        // reads on until the status line is complete
      }
      String[] words = new String(head.array(), StandardCharsets.US_ASCII).split(" ", 3);
      return words.length == 3 ? Integer.parseInt(words[1]) : 0;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
