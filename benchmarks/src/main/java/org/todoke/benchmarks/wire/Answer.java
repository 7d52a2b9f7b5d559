package org.todoke.benchmarks.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What came back. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public boolean isGood() {
    return status >= 200 && status < 300;
  }

  /**
   * @throws IllegalStateException with what was said instead, if it is not good
   */
  public JsonNode json() {
    if (!isGood()) {
      throw new IllegalStateException(
          "HTTP " + status + ": " + new String(body, StandardCharsets.UTF_8));
    }
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
