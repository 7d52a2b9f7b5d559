package org.todoke.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class RemoteAddressTest {

  private static String key(String address) {
    return RemoteAddress.key(SocketAddress.inetSocketAddress(4711, address));
  }

  @Test
  void addressesOfTheOldKindCountEachForItself() {
    assertThat(key("203.0.113.9")).isEqualTo(key("203.0.113.9")).isNotEqualTo(key("203.0.113.8"));
  }

  @Test
  void addressesOfOneNetworkOfTheNewKindCountTogether() {
    assertThat(key("2001:db8:1:2::1"))
        .isEqualTo(key("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        .isNotEqualTo(key("2001:db8:1:3::1"));
  }

  @Test
  void unknownAddressesCountTogether() {
    assertThat(RemoteAddress.key(null)).isEqualTo("unknown");
  }
}
