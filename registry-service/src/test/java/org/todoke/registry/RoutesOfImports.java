package org.todoke.registry;

import static org.todoke.registry.RegistryTest.YAWATAHAMA;
import static org.todoke.registry.RegistryTest.as;
import static org.todoke.registry.RegistryTest.creatingAs;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.todoke.testing.RouteWalk;
import org.todoke.testing.RouteWalk.Sample;

/** Samples of the routes of imports: a run of 八幡浜市 whose file has been read. */
final class RoutesOfImports {

  private static final String RUN = "/v1/imports/{id}";
  private static final byte[] LIST =
      """
      市区町村コード,介護サービス事業所名称,実施サービス,住所,事業所番号,法人番号,法人の名称
      382043,架空,通所介護,愛媛県八幡浜市架空町1,3870498015,3999905000001,架空会
      """
          .getBytes(StandardCharsets.UTF_8);

  private RoutesOfImports() {}

  static void addTo(RouteWalk walk) {
    String run =
        "/v1/imports/"
            + creatingAs(YAWATAHAMA, "registrar")
                .body("{\"fileName\": \"list.csv\"}")
                .post("/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    as(YAWATAHAMA, "registrar")
        .contentType("application/octet-stream")
        .body(LIST)
        .put(run + "/file")
        .then()
        .statusCode(200);
    walk.sample("POST /v1/imports", Sample.json("/v1/imports", "{\"fileName\": \"list.csv\"}"))
        .sample("GET " + RUN, Sample.of(run))
        .sample("GET " + RUN + "/preview", Sample.of(run + "/preview"))
        .sample("GET " + RUN + "/rows", Sample.of(run + "/rows"))
        .sample("GET " + RUN + "/report.csv", Sample.of(run + "/report.csv"))
        .sample(
            "PUT " + RUN + "/file",
            new Sample(run + "/file", "application/octet-stream", LIST, Map.of()))
        .sample("POST " + RUN + "/application", Sample.of(run + "/application"))
        .sample("POST " + RUN + "/cancellation", Sample.of(run + "/cancellation"));
  }
}
