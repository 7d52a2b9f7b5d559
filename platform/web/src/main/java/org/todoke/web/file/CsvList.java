package org.todoke.web.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/**
 * A list as a file: the same rows in the same order for the same caller, because it is the list
 * itself that is asked, stretch after stretch. One stretch is in memory at a time and no connection
 * to the database is held while a slow reader takes it; what changes meanwhile is in the file or is
 * not, by whether its place has been passed.
 */
public final class CsvList<T> {

  private final List<Column<T>> columns;

  /** A list by pages, as the API shows it. */
  @FunctionalInterface
  public interface Pages<T> {
    Page<T> page(PageRequest request);
  }

  public CsvList(List<Column<T>> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * @param first the first stretch, which was read to know whether there is anything to write
   */
  void write(Page<T> first, Pages<T> pages, Locale language, FileEncoding encoding, OutputStream to)
      throws IOException {
    try (CsvFile file = CsvFile.open(to, encoding)) {
      file.row(columns.stream().map(column -> column.heading(language)).toList());
      Page<T> page = first;
      write(page, file);
      while (page.next() != null) {
        page = pages.page(PageRequest.stretch(page.next()));
        write(page, file);
      }
    }
  }

  private void write(Page<T> page, CsvFile file) {
    for (T item : page.items()) {
      file.row(columns.stream().map(column -> column.cell().apply(item)).toList());
    }
  }
}
