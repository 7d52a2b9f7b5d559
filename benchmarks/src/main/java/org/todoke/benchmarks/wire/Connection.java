package org.todoke.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept connection of HTTP/1.1, used by one thread. It does as little as a client can, because
 * what it takes is taken from those who are measured: the client of the JDK costs a third of what
 * the service does.
 */
public final class Connection implements AutoCloseable {

  private static final int MAX_BODY = 16 << 20;
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int BUFFER = 1 << 14;

  private final String host;
  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  public Connection(URI server) {
    host = server.getHost();
    port = server.getPort();
  }

  /**
   * @param body JSON; null for none
   * @param key of idempotency; null for none
   * @throws IOException if nothing came back; the next request has a new connection
   */
  public Answer send(
      String method, String path, String token, byte @Nullable [] body, @Nullable String key)
      throws IOException {
    byte[] request = request(method, path, token, body, key);
    try {
      boolean kept = socket != null;
      try {
        return exchange(request);
      } catch (EOFException | java.net.SocketException e) {
        // The server may close a kept connection that was idle for long; nobody read the request.
        if (!kept) {
          throw e;
        }
        close();
        return exchange(request);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private byte[] request(
      String method, String path, String token, byte @Nullable [] body, @Nullable String key) {
    var head = new StringBuilder(1200);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
    head.append(host).append(':').append(port).append("\r\nAuthorization: Bearer ").append(token);
    head.append("\r\nAccept: application/json, application/problem+json\r\n");
    if (key != null) {
      head.append("Idempotency-Key: ").append(key).append("\r\n");
    }
    if (body != null) {
      head.append("Content-Type: application/json\r\nContent-Length: ");
      head.append(body.length).append("\r\n");
    } else if (!method.equals("GET")) {
      head.append("Content-Length: 0\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    if (body == null) {
      return start;
    }
    byte[] whole = java.util.Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  private Answer exchange(byte[] request) throws IOException {
    if (socket == null) {
      Socket made = new Socket(host, port);
      made.setTcpNoDelay(true);
      made.setSoTimeout(PATIENCE_MILLIS);
      socket = made;
      in = new BufferedInputStream(made.getInputStream(), BUFFER);
    }
    socket.getOutputStream().write(request);
    return read(java.util.Objects.requireNonNull(in));
  }

  private Answer read(InputStream from) throws IOException {
    String status = line(from);
    int code = Integer.parseInt(status.substring(9, 12));
    long length = -1;
    boolean chunked = false;
    boolean closes = false;
    for (String header = line(from); !header.isEmpty(); header = line(from)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(header.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
        chunked = true;
      } else if (lower.startsWith("connection:") && lower.contains("close")) {
        closes = true;
      }
    }
    byte[] body = code == 204 || code == 304 ? new byte[0] : body(from, length, chunked);
    if (closes) {
      close();
    }
    return new Answer(code, body);
  }

  private static byte[] body(InputStream from, long length, boolean chunked) throws IOException {
    if (!chunked) {
      if (length > MAX_BODY) {
        throw new IOException("an answer of " + length + " bytes");
      }
      return length <= 0 ? new byte[0] : exactly(from, (int) length);
    }
    var whole = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(from).split(";")[0].strip(), 16);
      if (size == 0) {
        while (!line(from).isEmpty()) {
          // Trailers say nothing to us.
        }
        return whole.toByteArray();
      }
      if (whole.size() + size > MAX_BODY) {
        throw new IOException("an answer of more than " + MAX_BODY + " bytes");
      }
      whole.write(exactly(from, size));
      line(from);
    }
  }

  private static byte[] exactly(InputStream from, int length) throws IOException {
    byte[] bytes = from.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("an answer that breaks off");
    }
    return bytes;
  }

  private static String line(InputStream from) throws IOException {
    var line = new StringBuilder(80);
    while (true) {
      int c = from.read();
      if (c < 0) {
        throw new EOFException("the connection was closed");
      }
      if (c == '\n') {
        return line.toString();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // It is given up in any case.
    } finally {
      socket = null;
      in = null;
    }
  }
}
