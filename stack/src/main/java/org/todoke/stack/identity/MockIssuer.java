package org.todoke.stack.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.Map;
import org.todoke.stack.JavaCommand;
import org.todoke.stack.Ports;
import org.todoke.stack.Secrets;
import org.todoke.stack.Stack;
import org.todoke.stack.StackFolders;
import org.todoke.stack.supervision.HttpProbe;
import org.todoke.stack.supervision.ManagedProcess;

/** The small issuer. Its key is this stack's own: the one it comes with is known to everybody. */
public final class MockIssuer implements Issuer {

  private static final String KEY = "issuer-key";

  private final StackFolders folders;
  private final Secrets secrets;
  private final Ports ports;

  public MockIssuer(StackFolders folders, Secrets secrets, Ports ports) {
    this.folders = folders;
    this.secrets = secrets;
    this.ports = ports;
  }

  @Override
  public String name() {
    return Stack.ISSUER;
  }

  @Override
  public ManagedProcess launch() {
    var unused = secrets.keep(KEY, MockIssuer::newKey);
    List<String> command =
        JavaCommand.ofMain(
            MockIssuerMain.class,
            List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            Integer.toString(ports.issuer()),
            folders.demoUsers().toString(),
            secrets.file(KEY).toString());
    return ManagedProcess.start(name(), command, Map.of(), folders.log(name()));
  }

  private static String newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(REALM).generate().toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make a key for tokens", e);
    }
  }

  @Override
  public boolean isReady() {
    return HttpProbe.answers(url() + "/.well-known/openid-configuration");
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + ports.issuer() + "/" + REALM;
  }

  @Override
  public String tokenUrl() {
    return url() + "/token";
  }
}
