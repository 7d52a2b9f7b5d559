package org.todoke.stack.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.todoke.stack.JavaCommand;
import org.todoke.stack.Ports;
import org.todoke.stack.Stack;
import org.todoke.stack.StackFolders;
import org.todoke.stack.supervision.ManagedProcess;
import org.todoke.stack.supervision.Part;
import org.todoke.testing.KafkaTopics;

/** The broker in a JVM of its own, so that it can be killed alone; what it logged is kept. */
public final class KafkaPart implements Part {

  private final StackFolders folders;
  private final Ports ports;

  public KafkaPart(StackFolders folders, Ports ports) {
    this.folders = folders;
    this.ports = ports;
  }

  @Override
  public String name() {
    return Stack.KAFKA;
  }

  @Override
  public ManagedProcess launch() {
    List<String> command =
        JavaCommand.ofMain(
            KafkaMain.class,
            List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            Integer.toString(ports.kafka()),
            Integer.toString(ports.kafkaController()),
            folders.kafka().toString());
    return ManagedProcess.start(name(), command, Map.of(), folders.log(name()));
  }

  @Override
  public boolean isReady() {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                2000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                1000))) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void prepare() {
    KafkaTopics.createAll(bootstrapServers());
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + ports.kafka();
  }
}
