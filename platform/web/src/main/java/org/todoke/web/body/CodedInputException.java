package org.todoke.web.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A value that a deserialiser of ours cannot accept, with the code that the caller gets. */
class CodedInputException extends MismatchedInputException {

  private static final long serialVersionUID = 1L;
  private final String code;

  CodedInputException(JsonParser parser, Class<?> target, String code) {
    super(parser, code, target);
    this.code = code;
  }

  String code() {
    return code;
  }
}
