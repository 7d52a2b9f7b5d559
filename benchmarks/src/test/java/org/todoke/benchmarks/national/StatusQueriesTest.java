package org.todoke.benchmarks.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatusQueriesTest {

  private final StatusQueries queries =
      new StatusQueries("n-1", PopulationTest.TWO, List.of("kj:1", "kj:8"));

  @Test
  void everyKindOfViewIsAskedForOnce() {
    Map<String, String> paths =
        queries.all().stream()
            .collect(
                Collectors.toMap(
                    StatusQueries.Query::name,
                    query -> query.request().apply(new Random(1)).path()));

    assertThat(paths)
        .containsEntry("progress of the nation", "/v1/notices/n-1/progress/jp")
        .containsEntry("children of the nation", "/v1/notices/n-1/progress/jp/children?limit=50")
        .containsEntry("deliveries of the notice", "/v1/notices/n-1/deliveries?limit=50")
        .containsEntry("inbox of an establishment", "/v1/deliveries");
    assertThat(paths.keySet())
        .contains(
            "progress of a prefecture",
            "children of a prefecture",
            "progress of a municipality",
            "children of a municipality",
            "progress of a corporation",
            "path of an establishment",
            "timeline of a delivery");
  }

  @Test
  void everybodyAsksUnderATokenThatWasMadeBeforehand() {
    Random random = new Random(7);

    for (int i = 0; i < 200; i++) {
      StatusQueries.Query query = queries.all().get(i % queries.all().size());
      String asker = query.request().apply(random).as();
      assertThat(asker)
          .satisfiesAnyOf(
              as -> assertThat(as).isEqualTo(Suite.ISSUER),
              as -> assertThat(queries.askers()).contains(as));
    }
  }

  @Test
  void pathIsAskedForByThePrefectureThatTheEstablishmentIsIn() {
    StatusQueries.Query path =
        queries.all().stream()
            .filter(query -> query.name().equals("path of an establishment"))
            .findFirst()
            .orElseThrow();

    for (int i = 0; i < 20; i++) {
      StatusQueries.Request request = path.request().apply(new Random(i));
      assertThat(PopulationTest.TWO.establishments().get(request.as()))
          .contains(request.path().replaceAll(".*/deliveries/(.*)/path", "$1"));
    }
  }
}
