package org.todoke.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseHeadersTest {

  private static final Upstream NOTICE = new Upstream("notice", URI.create("http://notice:8082"));

  @ParameterizedTest
  @CsvSource({
    "http://notice:8082/v1/notices/7,/v1/notices/7",
    "http://NOTICE:8082/v1/notices?a=b%20c,/v1/notices?a=b%20c",
    "http://notice:8082,/",
    "/v1/notices/7,/v1/notices/7",
    "http://notice:9002/q,http://notice:9002/q",
    "https://example.jp/x,https://example.jp/x",
    "not a uri,not a uri"
  })
  void addressOfTheServiceIsTakenOutOfALocation(String inside, String outside) {
    assertThat(ResponseHeaders.outside(inside, NOTICE)).isEqualTo(outside);
  }
}
