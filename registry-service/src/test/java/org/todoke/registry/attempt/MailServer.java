package org.todoke.registry.attempt;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A real mail server, and a door before it that answers for it where a test says so: to the
 * recipients that it is told to refuse, and to nobody at all while it is closed.
 */
final class MailServer implements AutoCloseable {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final int port = Integer.getInteger(MailSettings.PORT);
  private @Nullable ServerSocket door;

  MailServer() {
    server.start();
    open();
  }

  /** What has been taken so far. */
  List<MimeMessage> received() {
    return List.of(server.getReceivedMessages());
  }

  List<MimeMessage> receivedBy(String recipient) throws MessagingException {
    List<MimeMessage> received = new ArrayList<>();
    for (MimeMessage message : received()) {
      if (message.getAllRecipients()[0].toString().equals(recipient)) {
        received.add(message);
      }
    }
    return received;
  }

  /** Answers to this recipient until it is told otherwise. */
  void refuse(String recipient, String reply) {
    refusals.put(recipient, reply);
  }

  void accept(String recipient) {
    refusals.remove(recipient);
  }

  void open() {
    try {
      ServerSocket opened = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
      door = opened;
      start("door", () -> letIn(opened));
    } catch (IOException e) {
      throw new IllegalStateException("cannot open the mail server", e);
    }
  }

  void shut() {
    closeQuietly(door);
    connections.forEach(MailServer::closeQuietly);
    connections.clear();
  }

  private void letIn(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket client = opened.accept();
        Socket behind = new Socket("127.0.0.1", server.getSmtp().getPort());
        connections.add(client);
        connections.add(behind);
        start("answers", () -> passOn(behind, client));
        start("commands", () -> follow(client, behind));
      } catch (IOException e) {
        // Shut, or the client has gone.
      }
    }
  }

  private static void passOn(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of the two has gone.
    }
  }

  private void follow(Socket client, Socket behind) {
    try (client;
        behind) {
      BufferedReader commands =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      boolean inMail = false;
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        String refusal = inMail ? null : refusalOf(line);
        write(
            refusal == null ? behind.getOutputStream() : client.getOutputStream(),
            refusal == null ? line : refusal);
        inMail = inMail ? !line.equals(".") : line.equalsIgnoreCase("DATA");
      }
    } catch (IOException e) {
      // One of the two has gone.
    }
  }

  private @Nullable String refusalOf(String command) {
    if (!command.toUpperCase(Locale.ROOT).startsWith("RCPT TO:")) {
      return null;
    }
    return refusals.get(command.substring(command.indexOf('<') + 1, command.indexOf('>')));
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, "mail-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(@Nullable AutoCloseable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (Exception e) {
      // Gone already.
    }
  }

  @Override
  public void close() {
    shut();
    server.stop();
  }
}
