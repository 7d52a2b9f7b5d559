package org.todoke.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each part of the stack listens, on loopback. */
record Ports(
    int gateway,
    int gatewayManagement,
    int registry,
    int registryManagement,
    int notice,
    int noticeManagement,
    int checklist,
    int checklistManagement,
    int postgres,
    int kafka,
    int kafkaController,
    int issuer) {

  /** Those that the README names. */
  static Ports wellKnown() {
    return new Ports(8080, 9000, 8081, 9001, 8082, 9002, 8083, 9003, 15432, 19092, 19093, 18080);
  }

  /** Free ones, so that a test does not meet a stack that somebody else runs. */
  static Ports free() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      int[] port = new int[12];
      for (int i = 0; i < port.length; i++) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        port[i] = socket.getLocalPort();
      }
      return new Ports(
          port[0], port[1], port[2], port[3], port[4], port[5], port[6], port[7], port[8], port[9], port[10], port[11]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      for (ServerSocket each : held) {
        try {
          each.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  Map<String, Integer> byName() {
    Map<String, Integer> all = new LinkedHashMap<>();
    all.put("gateway", gateway);
    all.put("gateway management", gatewayManagement);
    all.put("registry-service", registry);
    all.put("registry-service management", registryManagement);
    all.put("notice-service", notice);
    all.put("notice-service management", noticeManagement);
    all.put("checklist-service", checklist);
    all.put("checklist-service management", checklistManagement);
    all.put("PostgreSQL", postgres);
    all.put("Kafka", kafka);
    all.put("Kafka controller", kafkaController);
    all.put("token issuer", issuer);
    return all;
  }

  /**
   * @throws StackFailure naming the first port that another program holds
   */
  void requireFree() {
    byName()
        .forEach(
            (name, port) -> {
              try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
              } catch (IOException e) {
                throw new StackFailure("port-in-use", String.valueOf(port), name);
              }
            });
  }
}
