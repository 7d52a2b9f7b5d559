package org.todoke.web.file;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import org.todoke.web.JapaneseDay;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** Answers with files, so many at a time. */
@ApplicationScoped
public class CsvAnswers {

  private final ExportSlots slots;
  private final CurrentVertxRequest exchange;
  private final Clock clock;

  CsvAnswers(ExportSlots slots, CurrentVertxRequest exchange, Clock clock) {
    this.slots = slots;
    this.exchange = exchange;
    this.clock = clock;
  }

  /**
   * A whole list.
   *
   * @param name of the file, before the day
   * @throws Refusal as the list does, before anything is written; (unavailable) {@code
   *     export.too-many}
   */
  public <T> Response of(String name, CsvRequest request, CsvList<T> list, CsvList.Pages<T> pages) {
    Page<T> first = pages.page(PageRequest.stretch(null));
    return of(
        name,
        request.encoding(),
        out -> list.write(first, pages, request.language(), request.encoding(), out));
  }

  /**
   * A file that is written in another way. The slot is held until the exchange ends, however it
   * does: the body of a HEAD is never written, and that of one who hangs up not to its end.
   *
   * @throws Refusal (unavailable) {@code export.too-many}
   */
  public Response of(String name, FileEncoding encoding, StreamingOutput body) {
    Runnable giveBack = slots.take();
    exchange.getCurrent().addEndHandler(ended -> giveBack.run());
    return Response.ok(body)
        .type(new MediaType("text", "csv", encoding.charset().name()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.csv\"".formatted(name, JapaneseDay.of(clock.instant())))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
