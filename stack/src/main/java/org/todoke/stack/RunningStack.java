package org.todoke.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.todoke.stack.identity.DemoUsers;
import org.todoke.stack.identity.Issuer;
import org.todoke.stack.identity.TokenClient;
import org.todoke.stack.supervision.HttpProbe;

/** A stack that somebody else has started on this machine, and that is not ours to stop. */
public final class RunningStack implements StackAccess {

  private final Ports ports;
  private final TokenClient tokens;

  private RunningStack(Ports ports, TokenClient tokens) {
    this.ports = ports;
    this.tokens = tokens;
  }

  /**
   * Finds it by its ports.
   *
   * @throws StackProblem {@code not.running} if nobody answers there
   */
  public static RunningStack find(StackOptions options) {
    Ports ports = new Ports(options.portOffset());
    String gateway = "http://127.0.0.1:" + ports.gateway();
    if (!HttpProbe.answers(gateway + "/health")) {
      throw new StackProblem("not.running", gateway);
    }
    DemoUsers users = DemoUsers.read(new StackFolders(options.root(), options.home()).demoUsers());
    return new RunningStack(ports, new TokenClient(tokenUrl(ports), users));
  }

  /** The small issuer and Keycloak have the realm at different paths. */
  private static String tokenUrl(Ports ports) {
    String issuer = "http://127.0.0.1:" + ports.issuer();
    for (String path : List.of("/", "/realms/")) {
      URI document = URI.create(issuer + path + Issuer.REALM + "/.well-known/openid-configuration");
      try {
        HttpResponse<String> answer =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(document).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return new ObjectMapper().readTree(answer.body()).path("token_endpoint").asText();
        }
      } catch (IOException e) {
        throw new StackProblem(e, "not.running", issuer);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackProblem("not.running", issuer);
      }
    }
    throw new StackProblem("not.running", issuer);
  }

  @Override
  public URI gateway() {
    return URI.create("http://127.0.0.1:" + ports.gateway());
  }

  @Override
  public String kafkaBootstrapServers() {
    return "127.0.0.1:" + ports.kafka();
  }

  @Override
  public String token(String username) {
    return tokens.token(username);
  }
}
