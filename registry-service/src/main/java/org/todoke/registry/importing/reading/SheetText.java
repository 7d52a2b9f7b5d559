package org.todoke.registry.importing.reading;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the text of an element of a workbook, with a bound, and without what is not its text. */
final class SheetText {

  private static final String PHONETIC = "rPh";
  private static final int ESCAPE = 7;

  private SheetText() {}

  /**
   * The text below the element at which the reader stands, up to its end: of several runs all, of
   * the readings that Japanese Excel stores with a text none.
   *
   * @param most characters; what is longer comes back one character longer than this, cut
   */
  static String below(XMLStreamReader xml, int most) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int phonetic = 0;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (phonetic > 0 || xml.getLocalName().equals(PHONETIC)) {
            phonetic++;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          phonetic = Math.max(0, phonetic - 1);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (phonetic == 0 && text.length() <= most) {
            int length = Math.min(xml.getTextLength(), most + 1 - text.length());
            text.append(xml.getTextCharacters(), xml.getTextStart(), length);
          }
        }
        default -> {
          // Comments and the like say nothing.
        }
      }
    }
    return text.isEmpty() ? "" : unescape(text);
  }

  /** Characters that XML cannot hold are written {@code _xHHHH_} (ECMA-376, ST_Xstring). */
  private static String unescape(StringBuilder text) {
    for (int i = text.indexOf("_x"); i >= 0; i = text.indexOf("_x", i + 1)) {
      if (i + ESCAPE <= text.length() && text.charAt(i + ESCAPE - 1) == '_') {
        int c = hexadecimal(text, i + 2);
        if (c >= 0) {
          text.replace(i, i + ESCAPE, String.valueOf((char) c));
        }
      }
    }
    return text.toString();
  }

  private static int hexadecimal(CharSequence text, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
