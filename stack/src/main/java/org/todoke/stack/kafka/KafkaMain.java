package org.todoke.stack.kafka;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.nio.file.Path;

/**
 * A broker that is its own controller, alone in this JVM. Arguments: port, controller port, folder.
 */
public final class KafkaMain {

  /** One folder holds one cluster, so the name need not differ. */
  private static final String CLUSTER = "dG9kb2tlLWVtYmVkZGVkLQ";

  private KafkaMain() {}

  /** Ends with the JVM. */
  @SuppressWarnings("resource") // The shutdown hook closes it.
  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    int controllerPort = Integer.parseInt(arguments[1]);
    Path folder = Path.of(arguments[2]);
    var broker =
        new EmbeddedKafkaBroker()
            .withNodeId(1)
            .withClusterId(CLUSTER)
            .withKafkaHost("127.0.0.1")
            .withKafkaPort(port)
            .withControllerPort(controllerPort)
            .withDeleteLogDirsOnClose(false)
            .withAdditionalProperties(
                properties -> {
                  properties.put("log.dirs", folder.toString());
                  properties.put("log.dir", folder.toString());
                  properties.put("auto.create.topics.enable", "false");
                  properties.put("offsets.topic.num.partitions", "3");
                  properties.put("group.initial.rebalance.delay.ms", "0");
                  properties.put("log.retention.hours", "-1");
                  properties.put("log.cleaner.dedupe.buffer.size", "16777216");
                });
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
    broker.start();
  }
}
