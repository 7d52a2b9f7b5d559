package org.todoke.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.todoke.gateway.GatewayConfig;

class RoutesTest {

  private static Routes routes(String... namePrefixesUrl) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namePrefixesUrl.length; i += 3) {
      String key = "todoke.gateway.routes." + namePrefixesUrl[i];
      values.put(key + ".prefixes", namePrefixesUrl[i + 1]);
      values.put(key + ".url", namePrefixesUrl[i + 2]);
      values.put(key + ".management-url", "http://127.0.0.1:9");
    }
    for (String rate : new String[] {"client", "anonymous"}) {
      values.put("todoke.gateway.rates." + rate + ".requests", "1");
      values.put("todoke.gateway.rates." + rate + ".per", "PT1S");
    }
    return new Routes(
        new SmallRyeConfigBuilder()
            .withConverters(
                new org.eclipse.microprofile.config.spi.Converter<?>[] {
                  new MemorySizeConverter(), new DurationConverter()
                })
            .withMapping(GatewayConfig.class)
            .withDefaultValues(values)
            .build()
            .getConfigMapping(GatewayConfig.class));
  }

  @Test
  void longestPrefixDecides() {
    Routes routes = routes("all", "/v1", "http://a:1", "notice", "/v1/notices", "http://b:1");

    assertThat(routes.ownerOf("/v1/notices/7")).contains("notice");
    assertThat(routes.ownerOf("/v1/other")).contains("all");
  }

  @Test
  void prefixCoversWholeSegmentsOnly() {
    Routes routes = routes("notice", "/v1/notices", "http://b:1");

    assertThat(routes.ownerOf("/v1/notices")).contains("notice");
    assertThat(routes.ownerOf("/v1/noticesx")).isEmpty();
    assertThat(routes.ownerOf("/v1")).isEmpty();
  }

  @Test
  void samePrefixTwiceStopsTheStart() {
    assertThatThrownBy(
            () -> routes("a", "/v1/notices", "http://a:1", "b", "/v1/notices", "http://b:1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/v1/notices is claimed by");
  }

  @Test
  void urlWithoutAHostStopsTheStart() {
    assertThatThrownBy(() -> routes("a", "/v1/a", "ftp://x")).hasMessageContaining("routes.a.url");
    assertThatThrownBy(() -> routes("a", "/v1/a", "/v1")).hasMessageContaining("routes.a.url");
  }

  @Test
  void portFollowsTheScheme() {
    Upstream plain = routes("a", "/v1/a", "http://x").find("/v1/a").orElseThrow();
    Upstream tls = routes("a", "/v1/a", "https://x").find("/v1/a").orElseThrow();

    assertThat(plain.port()).isEqualTo(80);
    assertThat(tls.port()).isEqualTo(443);
    assertThat(tls.tls()).isTrue();
  }
}
