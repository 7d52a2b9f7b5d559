package org.todoke.gateway.limits;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Under which key a caller without a token is counted. */
final class RemoteAddress {

  private static final int NETWORK_BYTES = 8;

  private RemoteAddress() {}

  /** For IPv6 the network only: every household has 2^64 addresses to come from. */
  static String key(@Nullable SocketAddress remote) {
    String host = remote == null ? null : remote.hostAddress();
    if (host == null) {
      return "unknown";
    }
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
    return bytes == null || bytes.length == 4
        ? host
        : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
  }
}
