package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.testing.Eventually;

@GatewayTest
class StatusPageTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  @BeforeEach
  void allReady() {
    UpstreamStubs.SERVICES.forEach(s -> Client.stub(s, "/__reset"));
  }

  private static HttpResponse<String> page(String path) {
    return Client.send(Client.anonymous(path));
  }

  @Test
  void speaksJapaneseFirst() {
    HttpResponse<String> page = page("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
    assertThat(page.body())
        .contains("<html lang=\"ja\">")
        .contains("行政の通知を、国から事業所まで、確実に届けます。")
        .contains("機関台帳")
        .contains("href=\"/?lang=en\"");
  }

  @Test
  void speaksEnglishWhenAsked() {
    assertThat(page("/?lang=en").body())
        .contains("<html lang=\"en\">")
        .contains("Carries a government notice")
        .contains("href=\"/\" lang=\"ja\"");
  }

  @Test
  void namesTheServiceThatIsDown() {
    Client.stub("registry", "/__ready/down");

    Eventually.assertThat(
        () -> assertThat(page("/").body()).contains("停止中").contains("利用できないサービス"));
    Client.stub("registry", "/__ready/up");
    Eventually.assertThat(
        () -> assertThat(page("/").body()).doesNotContain("停止中").contains("すべて正常です"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?lang=en", "/docs"})
  void everythingThePageNeedsComesFromHereAndIsOpen(String path) {
    var links = LINK.matcher(page(path).body()).results().map(m -> m.group(1)).toList();

    assertThat(links).isNotEmpty();
    for (String link : links) {
      if (!link.startsWith("#")) {
        assertThat(link).startsWith("/").doesNotStartWith("//");
        assertThat(page(link).statusCode()).as(link).isIn(200, 503);
      }
    }
  }

  @Test
  void pageHasNoScriptAndNoInlineStyle() {
    String html = page("/").body();

    assertThat(html).doesNotContain("<script").doesNotContain("style=");
    assertThat(page("/").headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'")
        .contains("style-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void pageCanBeReadWithoutSeeingIt() {
    String html = page("/").body();

    assertThat(html)
        .contains("<title>")
        .contains("<main id=\"main\">")
        .contains("href=\"#main\"")
        .contains("scope=\"col\"")
        .contains("scope=\"row\"");
    assertThat(html.split("<h1", -1)).hasSize(2);
  }

  @Test
  void whatACallerWritesIsNotWrittenBack() {
    assertThat(page("/?lang=%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("alert(1)");
  }
}
