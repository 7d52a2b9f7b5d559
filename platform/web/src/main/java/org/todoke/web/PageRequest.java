package org.todoke.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The two query parameters of every list; use as a {@code @BeanParam @Valid}. */
public class PageRequest {

  public static final int MAX_LIMIT = 200;

  /** So many at a time where a whole list is walked: few questions, and little memory. */
  private static final int STRETCH = 1_000;

  @QueryParam("limit")
  @DefaultValue("50")
  @Min(1)
  @Max(MAX_LIMIT)
  int limit;

  @QueryParam("cursor")
  @Nullable String cursor;

  /**
   * A part of a list that is walked from its beginning to its end.
   *
   * @param cursor the {@link Page#next} of the part before
   */
  public static PageRequest stretch(@Nullable String cursor) {
    PageRequest request = new PageRequest();
    request.limit = STRETCH;
    request.cursor = cursor;
    return request;
  }

  public int limit() {
    return limit;
  }

  /** Rows to read: one more than asked for, to know whether there is a next page. */
  public int rowsToRead() {
    return limit + 1;
  }

  /**
   * The position after which the page begins, as {@link Page#of} was told it; null for the first
   * page.
   */
  public @Nullable String after() {
    return Cursor.decode(cursor);
  }

  /**
   * The position, read as what it is in this list.
   *
   * @throws Refusal (malformed) if the reader cannot make sense of it: the cursor is from elsewhere
   */
  public <T> @Nullable T after(Function<String, T> reader) {
    String position = after();
    if (position == null) {
      return null;
    }
    try {
      return reader.apply(position);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Cursor.unknown();
    }
  }
}
