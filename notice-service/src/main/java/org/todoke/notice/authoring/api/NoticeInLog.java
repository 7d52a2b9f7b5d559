package org.todoke.notice.authoring.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.todoke.web.LogKeys;

/** Names the notice in every log line of a request about one. */
@Provider
public class NoticeInLog implements ContainerRequestFilter {

  private static final Pattern NOTICE = Pattern.compile("/?v1/notices/([0-9a-fA-F-]{36})(/.*)?");

  @Override
  public void filter(ContainerRequestContext request) {
    Matcher path = NOTICE.matcher(request.getUriInfo().getPath());
    if (path.matches()) {
      MDC.put(LogKeys.NOTICE_ID, path.group(1));
    }
  }
}
