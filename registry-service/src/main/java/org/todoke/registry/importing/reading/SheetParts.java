package org.todoke.registry.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of all sheets refer to: texts, and which styles show a number as a date. Read as
 * streams, because the library's own tables keep far more than that.
 *
 * @param strings by the index that cells give
 * @param dates the indexes of the styles that are dates
 */
record SheetParts(List<String> strings, BitSet dates) {

  static SheetParts read(@Nullable InputStream strings, @Nullable InputStream styles, Bounds bounds)
      throws IOException, XMLStreamException {
    return new SheetParts(
        strings == null ? List.of() : strings(strings, bounds),
        styles == null ? new BitSet() : dates(styles));
  }

  /** A reader that resolves nothing outside the part and expands no entities. */
  static XMLStreamReader open(InputStream part) throws XMLStreamException {
    XMLInputFactory factory = XMLHelper.newXMLInputFactory();
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(part);
  }

  private static List<String> strings(InputStream part, Bounds bounds)
      throws IOException, XMLStreamException {
    List<String> strings = new ArrayList<>();
    try (part) {
      XMLStreamReader xml = open(part);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
          strings.add(SheetText.below(xml, bounds.cellCharacters()));
        }
      }
    }
    return strings;
  }

  private static BitSet dates(InputStream part) throws IOException, XMLStreamException {
    BitSet dates = new BitSet();
    Map<Integer, String> formats = new HashMap<>();
    boolean cellStyles = false;
    int style = 0;
    try (part) {
      XMLStreamReader xml = open(part);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "numFmt" ->
                formats.put(number(xml, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
            case "cellXfs" -> cellStyles = true;
            case "xf" -> {
              if (cellStyles) {
                dates.set(style++, isDate(number(xml, "numFmtId"), formats));
              }
            }
            default -> {
              // Fonts, fills and borders.
            }
          }
        } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
          cellStyles = false;
        }
      }
    }
    return dates;
  }

  private static boolean isDate(int format, Map<Integer, String> own) {
    String pattern = own.containsKey(format) ? own.get(format) : builtIn(format);
    return DateUtil.isADateFormat(format, pattern);
  }

  private static @Nullable String builtIn(int format) {
    return format < 0 ? null : BuiltinFormats.getBuiltinFormat(format);
  }

  private static int number(XMLStreamReader xml, String attribute) {
    String value = xml.getAttributeValue(null, attribute);
    return value == null ? 0 : Integer.parseInt(value);
  }
}
