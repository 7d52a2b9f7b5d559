package org.todoke.web.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the characters of a file are written. */
public enum FileEncoding {
  /** With the mark that tells a spreadsheet so. */
  @JsonProperty("utf-8")
  UTF_8(StandardCharsets.UTF_8),
  /**
   * What older programs of Japanese offices read. Not Shift_JIS, which in Java has neither ㈱ nor 髙.
   */
  @JsonProperty("cp932")
  CP932(Charset.forName("windows-31j"));

  private final Charset charset;

  FileEncoding(Charset charset) {
    this.charset = charset;
  }

  public Charset charset() {
    return charset;
  }
}
