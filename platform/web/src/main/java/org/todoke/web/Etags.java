package org.todoke.web;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** The version of what can be edited, as HTTP carries it. */
public final class Etags {

  private Etags() {}

  /** For {@code Response.tag(…)}. */
  public static EntityTag of(long version) {
    return new EntityTag(Long.toString(version));
  }

  /**
   * Whether a reader has the present version already, and need not be sent it again.
   *
   * @param ifNoneMatch the header as sent; {@code *} names every version
   */
  public static boolean names(@Nullable String ifNoneMatch, long version) {
    if (ifNoneMatch == null) {
      return false;
    }
    String present = '"' + Long.toString(version) + '"';
    for (String tag : ifNoneMatch.split(",", -1)) {
      String candidate = tag.strip();
      // A weak tag will do: RFC 9110 asks for the weak comparison here.
      if (candidate.equals("*") || candidate.replaceFirst("^W/", "").equals(present)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lets an edit pass only if it was made on the present version.
   *
   * @param ifMatch the header as sent; {@code *} passes, because it asks for any version
   * @throws Refusal {@code request.precondition-required} without the header, {@code request.stale}
   *     if none of the versions that it names is the present one
   */
  public static void require(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Refusal.preconditionRequired();
    }
    String present = '"' + Long.toString(version) + '"';
    for (String tag : ifMatch.split(",", -1)) {
      String candidate = tag.strip();
      // A weak tag never matches: RFC 9110 asks for the strong comparison here.
      if (candidate.equals(present) || candidate.equals("*")) {
        return;
      }
    }
    throw Refusal.stale();
  }
}
