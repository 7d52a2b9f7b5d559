package org.todoke.web.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import org.todoke.web.JapaneseDates;

/** Takes a day as ISO 8601 or as Japanese papers write it. */
class PaperDateDeserializer extends StdScalarDeserializer<LocalDate> {

  private static final long serialVersionUID = 1L;

  PaperDateDeserializer() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new CodedInputException(parser, LocalDate.class, "type.text");
    }
    try {
      return JapaneseDates.parse(parser.getText());
    } catch (JapaneseDates.NotADate e) {
      throw new CodedInputException(parser, LocalDate.class, e.fault().code());
    }
  }
}
