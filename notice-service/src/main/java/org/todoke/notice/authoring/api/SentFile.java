package org.todoke.notice.authoring.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.input.Checks;
import org.todoke.web.Refusal;

/**
 * What a sender says of a file whose content is the body: how it is called, how many sheets it has,
 * and its SHA-256.
 */
public record SentFile(String name, @Nullable Integer sheets, String sha256) {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PATH_OR_LINE = Pattern.compile("[/\\\\\\n\\t]");
  private static final int MAX_NAME = 200;
  private static final int MAX_SHEETS = 9_999;

  /**
   * @throws Refusal (invalid) naming every fault by its query parameter
   */
  public static SentFile judge(
      @Nullable String name, @Nullable Integer sheets, @Nullable String sha256) {
    Checks checks = new Checks();
    String called = checks.required("query:name", name, MAX_NAME);
    if (PATH_OR_LINE.matcher(called).find()) {
      checks.add("query:name", "attachment.name-malformed");
    }
    checks.within("query:sheets", sheets, 0, MAX_SHEETS);
    String declared = checks.required("query:sha256", sha256, 64);
    if (!declared.isEmpty() && !SHA256.matcher(declared).matches()) {
      checks.add("query:sha256", "attachment.digest-malformed");
    }
    checks.refuseIfAny();
    return new SentFile(called, sheets, declared);
  }

  /** The file on its way back. */
  public static Response answer(
      String name, String mediaType, long size, String sha256, StreamingOutput content) {
    return Response.ok(content, mediaType)
        .header(HttpHeaders.CONTENT_LENGTH, size)
        .header(HttpHeaders.ETAG, '"' + sha256 + '"')
        // A browser must neither guess another type nor run what somebody attached.
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
        .build();
  }
}
