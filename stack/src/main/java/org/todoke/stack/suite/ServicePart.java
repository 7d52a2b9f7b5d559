package org.todoke.stack.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.todoke.stack.JavaCommand;
import org.todoke.stack.Ports;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackOptions;
import org.todoke.stack.supervision.HttpProbe;
import org.todoke.stack.supervision.ManagedProcess;
import org.todoke.stack.supervision.Part;

/** One service from its built jar, told by its environment where everything is. */
public final class ServicePart implements Part {

  private final String name;
  private final StackFolders folders;
  private final Ports ports;
  private final StackOptions.Sizing sizing;
  private final Map<String, String> environment = new TreeMap<>();

  public ServicePart(
      String name,
      StackFolders folders,
      Ports ports,
      StackOptions.Sizing sizing,
      Map<String, String> furtherEnvironment) {
    this.name = name;
    this.sizing = sizing;
    this.folders = folders;
    this.ports = ports;
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.http(name)));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management(name)));
    environment.putAll(furtherEnvironment);
  }

  /** Told to it from its next start on. */
  public void tell(String variable, String value) {
    environment.put(variable, value);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ManagedProcess launch() {
    var options = new ArrayList<>(sizing.serviceJvm());
    options.addAll(
        List.of(
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:+ExitOnOutOfMemoryError"));
    List<String> command = JavaCommand.ofJar(folders.serviceJar(name), options);
    return ManagedProcess.start(name, command, environment, folders.log(name));
  }

  @Override
  public boolean isReady() {
    return HttpProbe.answers("http://127.0.0.1:" + ports.management(name) + "/q/health/ready");
  }
}
