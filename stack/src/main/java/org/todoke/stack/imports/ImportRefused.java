package org.todoke.stack.imports;

/** The API said no, in words meant for the caller. */
public final class ImportRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /**
   * @param status of HTTP
   * @param code stable; empty if the answer was no problem document
   * @param detail in the reader's language
   */
  ImportRefused(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
