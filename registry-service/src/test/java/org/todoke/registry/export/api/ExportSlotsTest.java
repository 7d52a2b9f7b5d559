package org.todoke.registry.export.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.Eventually;
import org.todoke.web.file.ExportConfig;
import org.todoke.web.file.ExportSlots;

@QuarkusTest
class ExportSlotsTest extends RegistryTest {

  private static final String EXPORT = "/v1/organizations/export?kind=prefecture";

  @Inject ExportSlots slots;
  @Inject ExportConfig config;

  private final List<Runnable> taken = new ArrayList<>();

  @AfterEach
  void giveBack() {
    taken.forEach(Runnable::run);
  }

  @ParameterizedTest
  @ValueSource(strings = {EXPORT, "/v1/organizations/export/unwritable?kind=prefecture"})
  void oneTooManyIsToldWhenToComeBack(String path) {
    takeAll();

    as(YAWATAHAMA, "responder")
        .get(path)
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType("application/problem+json")
        .body("code", equalTo("export.too-many"));

    taken.forEach(Runnable::run);
    as(YAWATAHAMA, "responder").get(path).then().statusCode(200);
  }

  @Test
  void whatIsWrongIsToldBeforeItIsTooMany() {
    takeAll();

    as(YAWATAHAMA, "responder")
        .get("/v1/organizations/export?asOf=2026-01-01")
        .then()
        .statusCode(422);
  }

  @Test
  void slotIsFreeAgainHoweverTheExportEnds() {
    for (int i = 0; i <= config.atOnce(); i++) {
      as(YAWATAHAMA, "responder").get(EXPORT).then().statusCode(200);
      as(YAWATAHAMA, "responder").head(EXPORT).then().statusCode(200);
      as(YAWATAHAMA, "responder")
          .get("/v1/organizations/export?asOf=2026-01-01")
          .then()
          .statusCode(422);
    }

    Eventually.assertThat(
        () -> {
          takeAll();
          int found = taken.size();
          giveBack();
          taken.clear();
          assertThat(found).isEqualTo(config.atOnce());
        });
  }

  @Test
  void slotGivenBackTwiceIsOneSlot() {
    Runnable slot = slots.take();
    slot.run();
    slot.run();

    takeAll();

    assertThat(taken).hasSize(config.atOnce());
  }

  private void takeAll() {
    try {
      while (true) {
        taken.add(slots.take());
      }
    } catch (org.todoke.web.Refusal full) {
      assertThat(full.code()).isEqualTo("export.too-many");
    }
  }
}
