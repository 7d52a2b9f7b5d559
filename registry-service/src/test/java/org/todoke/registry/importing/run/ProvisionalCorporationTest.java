package org.todoke.registry.importing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.registry.importing.run.ListOfEstablishments.MIKAN;
import static org.todoke.registry.importing.run.ListOfEstablishments.empty;
import static org.todoke.registry.importing.run.ListOfEstablishments.row;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lists go on naming a corporation without its number after it has become known. */
@QuarkusTest
class ProvisionalCorporationTest extends ImportTest {

  private static final ListOfEstablishments LIST =
      empty().with(row(MIKAN).runBy("", "有限会社架空堂").build());

  @Test
  void rowsWithoutANumberAreLedToTheNumberThatHasBecomeKnown() {
    applied("2025-06-30", LIST);
    String provisional = organization("kj:" + MIKAN).extract().path("corporation");
    assertThat(provisional).startsWith("op:");
    as(MINISTRY, "registrar")
        .header("If-Match", "*")
        .body("{\"into\": \"%s\"}".formatted(MINATO))
        .post("/v1/organizations/{code}/merger", provisional)
        .then()
        .statusCode(200);

    UUID run = applied("2025-12-31", LIST);

    organization("kj:" + MIKAN).body("corporation", equalTo(MINATO));
    organization(provisional).body("state", equalTo("closed"));
    run(run).body("effects.establishment.unchanged", equalTo(1));
  }
}
