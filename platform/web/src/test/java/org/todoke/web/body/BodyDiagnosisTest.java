package org.todoke.web.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.todoke.web.Refusal;
import org.todoke.web.app.Thing;

class BodyDiagnosisTest {
  @Test
  void x() throws Exception {
    ObjectMapper json = new ObjectMapper();
    json.registerModule(new JavaTimeModule());
    new StrictJson().customize(json);
    var d = new BodyDiagnosis(json, Validation.buildDefaultValidatorFactory().getValidator());
    byte[] b =
        """
     {"name": "", "contact": {"telephone": "abc"}, "numbers": [1, "2", 3, 4.5], "foo": {"bar": 1}, "foo~/1": 2}
    """
            .getBytes(StandardCharsets.UTF_8);
    try {
      json.readValue(b, Thing.class);
    } catch (JacksonException e) {
      System.out.println(e);
      Refusal r = (Refusal) d.explain(b, Thing.class, e);
      r.violations().forEach(System.out::println);
    }
  }
}
