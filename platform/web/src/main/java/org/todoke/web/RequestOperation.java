package org.todoke.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jspecify.annotations.Nullable;

/** What the present request asks for: which operation, on what, under which key. */
@ApplicationScoped
class RequestOperation {

  private final CurrentVertxRequest current;

  RequestOperation(CurrentVertxRequest current) {
    this.current = current;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(request().getHeader(name));
  }

  /** Method and path template, for example {@code POST /v1/organizations/{code}/contacts}. */
  String name() {
    ResteasyReactiveRequestContext context =
        (ResteasyReactiveRequestContext) CurrentRequestManager.get();
    if (context == null || context.getTarget() == null) {
      throw new IllegalStateException("not inside a resource method");
    }
    RuntimeResource target = context.getTarget();
    return target.getHttpMethod()
        + " "
        + template(target.getClassPath())
        + template(target.getPath());
  }

  /** What stands in the places of the template, and behind it. */
  String target() {
    return request().uri();
  }

  private static String template(@Nullable URITemplate template) {
    return template == null || template.template.equals("/") ? "" : template.template;
  }

  private HttpServerRequest request() {
    return current.getCurrent().request();
  }
}
