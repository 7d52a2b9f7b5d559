package org.todoke.gateway.status;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.todoke.gateway.health.ServiceStates;
import org.todoke.gateway.problem.Texts;

/** {@code GET /}: what this is, whether it works, and where to go from here. */
@ApplicationScoped
class StatusPage {

  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

  /** One line of the table. */
  record Line(String name, String what, boolean up, String state) {}

  private final Template page;
  private final ServiceStates states;
  private final Texts texts;
  private final Clock clock;
  private final Buffer style;

  StatusPage(
      @Location("status.html") Template page, ServiceStates states, Texts texts, Clock clock) {
    this.page = page;
    this.states = states;
    this.texts = texts;
    this.clock = clock;
    this.style = readStyle();
  }

  void install(@Observes Router router) {
    router.get("/").handler(this::show);
    router
        .get("/assets/status.css")
        .handler(
            context ->
                context
                    .response()
                    .putHeader(HttpHeaderNames.CONTENT_TYPE, "text/css; charset=utf-8")
                    .putHeader(HttpHeaderNames.CACHE_CONTROL, "public, max-age=3600")
                    .end(style));
  }

  private void show(RoutingContext context) {
    Locale language =
        "en".equals(context.request().getParam("lang")) ? Locale.ENGLISH : Locale.JAPANESE;
    states.ask().onSuccess(all -> write(context, language, all)).onFailure(context::fail);
  }

  private void write(RoutingContext context, Locale language, List<ServiceStates.State> all) {
    boolean up = all.stream().allMatch(ServiceStates.State::up);
    String html =
        page.data("lang", language.getLanguage())
            .data("t", (Words) key -> texts.text(language, "page." + key, List.of()))
            .data("up", up)
            .data("lines", all.stream().map(state -> line(language, state)).toList())
            .data("at", TIME.format(clock.instant()))
            .render();
    context
        .response()
        .putHeader(HttpHeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaderNames.CONTENT_LANGUAGE, language.getLanguage())
        .putHeader("Content-Security-Policy", PAGE_POLICY)
        .end(html);
  }

  /** Gives the page its texts. */
  interface Words {
    String of(String key);
  }

  private Line line(Locale language, ServiceStates.State state) {
    return new Line(
        texts.textOr(language, "service." + state.name(), state.name()),
        texts.textOr(language, "service." + state.name() + ".what", ""),
        state.up(),
        texts.text(language, state.up() ? "page.up" : "page.down", List.of()));
  }

  private static Buffer readStyle() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream("status/status.css")) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: status/status.css");
      }
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
