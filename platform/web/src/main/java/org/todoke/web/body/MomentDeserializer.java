package org.todoke.web.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Takes a moment as ISO 8601 with an offset; a bare number may be seconds or milliseconds. */
class MomentDeserializer extends StdScalarDeserializer<Instant> {

  private static final long serialVersionUID = 1L;

  MomentDeserializer() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new CodedInputException(parser, Instant.class, "type.text");
    }
    try {
      return OffsetDateTime.parse(parser.getText()).toInstant();
    } catch (DateTimeParseException e) {
      throw new CodedInputException(parser, Instant.class, "instant.unreadable");
    }
  }
}
