package org.todoke.web.file;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.todoke.web.problem.Languages;

/** How a file is wanted; use as a {@code @BeanParam}. */
public class CsvRequest {

  @QueryParam("encoding")
  @DefaultValue("utf-8")
  @Parameter(
      description =
          "utf-8 with a byte order mark, or cp932, in which 〓 stands for what it cannot hold")
  FileEncoding encoding;

  @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
  @Parameter(hidden = true)
  @Nullable String language;

  public FileEncoding encoding() {
    return encoding;
  }

  public Locale language() {
    return Languages.of(language);
  }
}
