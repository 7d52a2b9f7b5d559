package org.todoke.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which part listens where. All on loopback.
 *
 * @param offset added to every usual port, so that a second stack can run beside the first
 */
public record Ports(int offset) {

  public Ports {
    if (offset < 0 || offset > 40_000) {
      throw new IllegalArgumentException("offset of the ports: " + offset);
    }
  }

  public int gateway() {
    return 8080 + offset;
  }

  /** Of the gateway, {@code registry}, {@code notice} or {@code checklist}. */
  public int http(String service) {
    return 8080 + offset + index(service);
  }

  /** Health and metrics of the same. */
  public int management(String service) {
    return 9000 + offset + index(service);
  }

  public int postgres() {
    return 15432 + offset;
  }

  public int kafka() {
    return 19092 + offset;
  }

  public int kafkaController() {
    return 19093 + offset;
  }

  public int issuer() {
    return 18080 + offset;
  }

  public int issuerManagement() {
    return 18081 + offset;
  }

  /** By the name of the part that wants it. */
  public Map<Integer, String> all(boolean keycloak) {
    var all = new LinkedHashMap<Integer, String>();
    for (String service : Stack.SERVICES) {
      all.put(http(service), service);
      all.put(management(service), service);
    }
    all.put(postgres(), Stack.POSTGRES);
    all.put(kafka(), Stack.KAFKA);
    all.put(kafkaController(), Stack.KAFKA);
    all.put(issuer(), Stack.ISSUER);
    if (keycloak) {
      all.put(issuerManagement(), Stack.ISSUER);
    }
    return all;
  }

  private static int index(String service) {
    int index = Stack.SERVICES.indexOf(service);
    if (index < 0) {
      throw new IllegalArgumentException("no such service: " + service);
    }
    return index;
  }
}
