package org.todoke.web.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;
import org.todoke.security.CurrentActor;
import org.todoke.web.LogKeys;

/** Names the caller's organisation in every log line of the request. */
@Provider
public class OrganizationInLog implements ContainerRequestFilter {

  private final CurrentActor currentActor;

  OrganizationInLog(CurrentActor currentActor) {
    this.currentActor = currentActor;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    currentActor
        .find()
        .ifPresent(actor -> MDC.put(LogKeys.ORGANIZATION, actor.organization().value()));
  }
}
