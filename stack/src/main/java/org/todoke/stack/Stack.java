package org.todoke.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.stack.identity.DemoUsers;
import org.todoke.stack.identity.Issuer;
import org.todoke.stack.identity.KeycloakIssuer;
import org.todoke.stack.identity.MockIssuer;
import org.todoke.stack.identity.TokenClient;
import org.todoke.stack.kafka.KafkaPart;
import org.todoke.stack.postgres.PostgresPart;
import org.todoke.stack.suite.ServicePart;
import org.todoke.stack.supervision.MemoryMeter;
import org.todoke.stack.supervision.PortCheck;
import org.todoke.stack.supervision.Progress;
import org.todoke.stack.supervision.Supervisor;

/**
 * The running suite: PostgreSQL, Kafka, a token issuer and the four services, each a process of its
 * own on loopback. Whoever starts it closes it; a part can be killed and started again by its name.
 */
public final class Stack implements StackAccess, AutoCloseable {

  public static final String POSTGRES = "postgres";
  public static final String KAFKA = "kafka";
  public static final String ISSUER = "issuer";
  public static final String GATEWAY = "gateway";

  /** In the order of their ports. */
  public static final List<String> SERVICES = List.of(GATEWAY, "registry", "notice", "checklist");

  public static final List<String> SERVICES_WITH_DATABASE =
      List.of("registry", "notice", "checklist");

  private final StackOptions options;
  private final StackFolders folders;
  private final Ports ports;
  private final Secrets secrets;
  private final Progress progress;
  private final Supervisor supervisor;
  private final MemoryMeter memory;
  private final DemoUsers users;
  private final Issuer issuer;
  private final PostgresPart postgres;
  private final KafkaPart kafka;
  private final TokenClient tokens;
  private List<ServicePart> services = List.of();
  private @Nullable FileChannel lock;

  private Stack(StackOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
    folders = new StackFolders(options.root(), options.home());
    ports = new Ports(options.portOffset());
    secrets = new Secrets(folders.secrets());
    supervisor = new Supervisor(folders, progress);
    memory = new MemoryMeter(this::processes);
    users = DemoUsers.read(folders.demoUsers());
    postgres = new PostgresPart(folders, secrets, ports.postgres(), options.sizing());
    issuer =
        options.idp() == StackOptions.Idp.KEYCLOAK
            ? new KeycloakIssuer(folders, secrets, ports, postgres, users)
            : new MockIssuer(folders, secrets, ports);
    kafka = new KafkaPart(folders, ports);
    tokens = new TokenClient(issuer, users);
  }

  /** Starts without a word. */
  public static Stack start(StackOptions options) {
    return start(options, Progress.silent());
  }

  /**
   * Returns when every part works.
   *
   * @throws StackProblem if one does not; whatever was started is stopped by then
   */
  public static Stack start(StackOptions options, Progress progress) {
    Stack stack = new Stack(options, progress);
    stack.start();
    return stack;
  }

  private void start() {
    folders.checkBuilt();
    folders.create();
    takeLock();
    // A signal ends the launcher from outside; whatever it started goes with it.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-stack"));
    try {
      supervisor.sweepUp();
      PostgresPart.sweepUp(folders, progress);
      if (options.fresh()) {
        folders.dropData();
        folders.create();
      }
      PortCheck.allFree(ports.all(options.idp() == StackOptions.Idp.KEYCLOAK));
      memory.start();
      if (options.idp() == StackOptions.Idp.KEYCLOAK) {
        supervisor.startAll(List.of(postgres, kafka));
        supervisor.startAll(List.of(issuer));
      } else {
        supervisor.startAll(List.of(postgres, kafka, issuer));
      }
      services = services();
      supervisor.startAll(services);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private List<ServicePart> services() {
    List<ServicePart> parts = new ArrayList<>();
    for (String service : SERVICES) {
      var environment = new HashMap<String, String>();
      environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.url());
      if (service.equals(GATEWAY)) {
        for (String behind : SERVICES_WITH_DATABASE) {
          String prefix = "TODOKE_GATEWAY_ROUTES_" + behind.toUpperCase(Locale.ROOT);
          environment.put(prefix + "_URL", "http://127.0.0.1:" + ports.http(behind));
          environment.put(
              prefix + "_MANAGEMENT_URL", "http://127.0.0.1:" + ports.management(behind));
        }
      } else {
        environment.putAll(postgres.environmentOf(service));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
      }
      if (service.equals("registry")) {
        environment.put("TODOKE_REGISTRY_SAMPLE", "true");
      }
      parts.add(new ServicePart(service, folders, ports, options.sizing(), environment));
    }
    return parts;
  }

  private void takeLock() {
    try {
      FileChannel channel =
          FileChannel.open(folders.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock taken = channel.tryLock();
      if (taken == null) {
        channel.close();
        throw new StackProblem("already.running", options.home());
      }
      lock = channel;
    } catch (OverlappingFileLockException e) {
      throw new StackProblem(e, "already.running", options.home());
    } catch (IOException e) {
      throw new StackProblem(e, "home.unwritable", options.home(), e.getMessage());
    }
  }

  @Override
  public URI gateway() {
    return URI.create("http://127.0.0.1:" + ports.gateway());
  }

  /** Past the gateway, to one of {@link #SERVICES} itself. */
  public URI direct(String service) {
    return URI.create("http://127.0.0.1:" + ports.http(service));
  }

  /** Health and metrics of one of {@link #SERVICES}. */
  public URI management(String service) {
    return URI.create("http://127.0.0.1:" + ports.management(service));
  }

  @Override
  public String kafkaBootstrapServers() {
    return kafka.bootstrapServers();
  }

  @Override
  public String token(String username) {
    return tokens.token(username);
  }

  public DemoUsers users() {
    return users;
  }

  public Issuer issuer() {
    return issuer;
  }

  public StackFolders folders() {
    return folders;
  }

  /** SIGKILL, as a crash would; the part stays away until it is started again. */
  public void kill(String part) {
    supervisor.kill(part);
  }

  /** Starts a part anew, after ending it if it still runs; returns when it works. */
  public void restart(String part) {
    supervisor.restart(part);
  }

  /**
   * Starts the services anew with a time of their own that runs ahead of the machine's, so that
   * what happens after weeks can be seen today. Tokens and events keep the machine's time.
   */
  public void moveAhead(Duration by) {
    for (ServicePart service : services) {
      if (!service.name().equals(GATEWAY)) {
        service.tell("TODOKE_CLOCK_AHEAD", by.toString());
        supervisor.restart(service.name());
      }
    }
  }

  /** The names of all that were started. */
  public List<String> parts() {
    return Stream.concat(Stream.of(POSTGRES, KAFKA, ISSUER), SERVICES.stream()).toList();
  }

  public boolean isAlive(String part) {
    return supervisor.isAlive(part);
  }

  /** Of a part, to look at what it takes; it is not to be ended by it. */
  public ProcessHandle process(String part) {
    return supervisor.handle(part);
  }

  /** Highest use of all processes together so far, this one included, in bytes. */
  public long peakMemory() {
    return memory.peak();
  }

  private List<ProcessHandle> processes() {
    var all = new ArrayList<>(supervisor.handles());
    all.add(ProcessHandle.current());
    return all;
  }

  /** Stops everything in order. A second call waits for the first and does nothing. */
  @Override
  public synchronized void close() {
    if (lock == null) {
      return;
    }
    memory.close();
    supervisor.stopAll(List.of(SERVICES, List.of(ISSUER, KAFKA), List.of(POSTGRES)));
    try {
      lock.close();
      lock = null;
    } catch (IOException e) {
      throw new StackProblem(e, "home.unwritable", options.home(), e.getMessage());
    }
  }
}
