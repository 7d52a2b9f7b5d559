package org.todoke.registry.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.importing.reading.RawRow.CellMark;
import org.todoke.registry.importing.reading.RawRow.Mark;
import org.todoke.web.Refusal;

/** The rows of the first sheet of a workbook (ECMA-376), as a stream. */
final class XlsxRows implements RawRows {

  /** Up to here a double counts whole numbers one by one. */
  private static final double LARGEST_EXACT = 1e15;

  private final OPCPackage workbook;
  private final InputStream sheet;
  private final XMLStreamReader xml;
  private final SheetParts parts;
  private final Bounds bounds;
  private int line;

  private XlsxRows(OPCPackage workbook, InputStream sheet, SheetParts parts, Bounds bounds)
      throws XMLStreamException {
    this.workbook = workbook;
    this.sheet = sheet;
    this.xml = SheetParts.open(sheet);
    this.parts = parts;
    this.bounds = bounds;
  }

  static XlsxRows open(Path file, Bounds bounds) throws IOException {
    OPCPackage workbook = null;
    try {
      workbook = OPCPackage.open(file.toFile(), PackageAccess.READ);
      XSSFReader reader = new XSSFReader(workbook, true);
      SheetParts parts =
          SheetParts.read(reader.getSharedStringsData(), reader.getStylesData(), bounds);
      Iterator<InputStream> sheets = reader.getSheetsData();
      if (!sheets.hasNext()) {
        throw unreadable(null);
      }
      return new XlsxRows(workbook, sheets.next(), parts, bounds);
    } catch (OpenXML4JException | XMLStreamException | RuntimeException | IOException e) {
      if (workbook != null) {
        workbook.revert();
      }
      throw e instanceof Refusal refusal ? refusal : unreadable(e);
    }
  }

  @Override
  public @Nullable RawRow next() {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
          return row();
        }
      }
      return null;
    } catch (XMLStreamException | RuntimeException e) {
      throw e instanceof Refusal refusal ? refusal : unreadable(e);
    }
  }

  private RawRow row() throws XMLStreamException {
    String number = xml.getAttributeValue(null, "r");
    line = number == null ? line + 1 : Integer.parseInt(number);
    List<String> cells = new ArrayList<>();
    List<CellMark> marks = new ArrayList<>(0);
    while (true) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
        return new RawRow(line, Collections.unmodifiableList(cells), List.copyOf(marks));
      }
      if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
        cell(cells, marks);
      }
    }
  }

  private void cell(List<String> cells, List<CellMark> marks) throws XMLStreamException {
    String reference = xml.getAttributeValue(null, "r");
    int column = reference == null ? cells.size() : columnOf(reference);
    if (column >= bounds.columns()) {
      throw FileRefusal.tooManyColumns(line, bounds);
    }
    while (cells.size() < column) {
      cells.add("");
    }
    String type = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    String written = "";
    boolean calculated = false;
    while (xml.next() != XMLStreamReader.END_ELEMENT || !xml.getLocalName().equals("c")) {
      if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "v", "is" -> written = SheetText.below(xml, bounds.cellCharacters());
          case "f" -> {
            SheetText.below(xml, 0);
            calculated = true;
          }
          default -> {
            // Extensions.
          }
        }
      }
    }
    if (calculated) {
      marks.add(new CellMark(column, Mark.FORMULA, written));
    }
    String text = textOf(type, style, written, column, marks);
    if (text.length() > bounds.cellCharacters()) {
      throw FileRefusal.cellTooLong(line, bounds);
    }
    if (column < cells.size()) {
      throw unreadable(null);
    }
    cells.add(text);
  }

  private String textOf(
      @Nullable String type,
      @Nullable String style,
      String written,
      int column,
      List<CellMark> marks) {
    if (written.isEmpty()) {
      return "";
    }
    return switch (type == null ? "n" : type) {
      case "s" -> string(Integer.parseInt(written.strip()));
      case "e" -> {
        marks.add(new CellMark(column, Mark.ERROR, written));
        yield "";
      }
      case "n" -> {
        if (style != null && parts.dates().get(Integer.parseInt(style))) {
          marks.add(new CellMark(column, Mark.DATE, written));
          yield date(Double.parseDouble(written));
        }
        yield number(written);
      }
      default -> written;
    };
  }

  private String string(int index) {
    if (index < 0 || index >= parts.strings().size()) {
      throw unreadable(null);
    }
    return parts.strings().get(index);
  }

  /** Without the point or the exponent that a sheet stores a code with. */
  private static String number(String written) {
    double value = Double.parseDouble(written);
    if (value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT) {
      return Long.toString((long) value);
    }
    return Double.isFinite(value) ? BigDecimal.valueOf(value).toPlainString() : written;
  }

  private static String date(double value) {
    LocalDateTime time = DateUtil.getLocalDateTime(value);
    if (time == null) {
      return number(Double.toString(value));
    }
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toString();
  }

  /** A is 0, Z is 25, AA is 26; a reference without letters is in no column. */
  private int columnOf(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z' || column > bounds.columns()) {
        break;
      }
      column = column * 26 + c - 'A' + 1;
    }
    return column - 1;
  }

  @Override
  public boolean endsWithinALine() {
    return false;
  }

  @Override
  public boolean leavesOutEmptyCells() {
    return true;
  }

  @Override
  public void close() throws IOException {
    sheet.close();
    workbook.revert();
  }

  /** Whatever the libraries throw, it is the file that is wrong; the cause is kept for the log. */
  private static Refusal unreadable(@Nullable Exception cause) {
    Refusal refusal = FileRefusal.unreadable("file.workbook-unreadable");
    if (cause != null) {
      refusal.initCause(cause);
    }
    return refusal;
  }
}
