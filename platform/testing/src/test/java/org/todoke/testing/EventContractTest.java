package org.todoke.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.todoke.contracts.EventType;

class EventContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void goldenSampleFitsItsSchema(EventType type) throws IOException {
    EventContract.assertValid(type, sample(type).toString());
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void sampleThatLostAllItsMembersDoesNot(EventType type) {
    assertThat(EventContract.faults(type, "{}")).isNotEmpty();
  }

  @Test
  void faultNamesWhatIsWrong() throws IOException {
    ObjectNode broken = (ObjectNode) sample(EventType.DELIVERY_ARRIVED);
    String member = broken.fieldNames().next();
    broken.remove(member);

    assertThatThrownBy(
            () -> EventContract.assertValid(EventType.DELIVERY_ARRIVED, broken.toString()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("delivery.arrived")
        .hasMessageContaining(member);
  }

  private static JsonNode sample(EventType type) throws IOException {
    try (InputStream in = EventType.class.getResourceAsStream(type.sampleResource())) {
      return JSON.readTree(Objects.requireNonNull(in, type.sampleResource()));
    }
  }
}
