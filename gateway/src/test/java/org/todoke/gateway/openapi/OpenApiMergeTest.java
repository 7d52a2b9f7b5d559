package org.todoke.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

  private static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static JsonNode document(String path, String schemas) {
    return yaml(
        """
        openapi: 3.1.0
        servers: [{url: 'http://127.0.0.1:8082'}]
        paths:
          %s:
            get:
              operationId: list
              tags: [Some Resource]
              security: [{SecurityScheme: [forwarder, issuer]}]
              responses:
                '200':
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Page'}
        components:
          securitySchemes:
            SecurityScheme: {type: openIdConnect, openIdConnectUrl: 'http://127.0.0.1:18080'}
          schemas: %s
        """
            .formatted(path, schemas));
  }

  private static final String SAME = "{Page: {type: array}, Problem: {type: object}}";

  @Test
  void pathsOfAllServicesStandTogether() {
    JsonNode all =
        new OpenApiMerge(
                Map.of("notice", document("/v1/a", SAME), "registry", document("/v1/b", SAME)))
            .merged("1");

    assertThat(all.path("paths").fieldNames()).toIterable().containsExactly("/v1/a", "/v1/b");
    assertThat(all.at("/paths/~1v1~1a/get/tags/0").asText()).isEqualTo("notice");
    assertThat(all.at("/paths/~1v1~1b/get/operationId").asText()).isEqualTo("registry.list");
  }

  @Test
  void componentThatReadsTheSameStaysOne() {
    JsonNode all =
        new OpenApiMerge(
                Map.of("notice", document("/v1/a", SAME), "registry", document("/v1/b", SAME)))
            .merged("1");

    assertThat(all.at("/components/schemas").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("Page", "Problem");
  }

  @Test
  void oneNameForTwoThingsGetsTheServiceInFrontAndReferencesFollow() {
    JsonNode all =
        new OpenApiMerge(
                Map.of(
                    "notice", document("/v1/a", SAME),
                    "registry",
                        document("/v1/b", "{Page: {type: object}, Problem: {type: object}}")))
            .merged("1");

    assertThat(all.at("/components/schemas").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("NoticePage", "RegistryPage", "Problem");
    assertThat(all.at("/components/schemas/RegistryPage/type").asText()).isEqualTo("object");
    assertThat(reference(all, "/v1/a")).isEqualTo("#/components/schemas/NoticePage");
    assertThat(reference(all, "/v1/b")).isEqualTo("#/components/schemas/RegistryPage");
  }

  @Test
  void addressesAndSchemesOfTheServicesAreReplaced() {
    JsonNode all = new OpenApiMerge(Map.of("notice", document("/v1/a", SAME))).merged("1");

    assertThat(all.toString()).doesNotContain("127.0.0.1").doesNotContain("SecurityScheme\"");
    assertThat(all.at("/paths/~1v1~1a/get/security").toString())
        .isEqualTo("[{\"bearer\":[\"forwarder\",\"issuer\"]}]");
  }

  @Test
  void pathThatEveryServiceHasGetsTheNameOfEach() {
    String parked =
        """
        openapi: 3.1.0
        paths:
          /v1/operations/{service}/parked:
            get:
              parameters: [{name: service, in: path}, {name: limit, in: query}]
              responses: {'200': {}}
            delete:
              parameters: [{name: service, in: path}]
              responses: {'204': {}}
        """;

    JsonNode all =
        new OpenApiMerge(Map.of("notice", yaml(parked), "registry", yaml(parked))).merged("1");

    assertThat(all.path("paths").fieldNames())
        .toIterable()
        .containsExactly("/v1/operations/notice/parked", "/v1/operations/registry/parked");
    JsonNode one = all.path("paths").path("/v1/operations/notice/parked");
    assertThat(one.at("/get/parameters").findValuesAsText("name")).containsExactly("limit");
    assertThat(one.path("delete").has("parameters")).isFalse();
  }

  /** What an establishment offers is called a service too. */
  @Test
  void serviceOfAnotherKindIsLeftAlone() {
    String offered = "/v1/organizations/{code}/services/{service}/end";

    JsonNode all = new OpenApiMerge(Map.of("registry", document(offered, SAME))).merged("1");

    assertThat(all.path("paths").fieldNames()).toIterable().containsExactly(offered);
  }

  @Test
  void pathDescribedTwiceIsAFault() {
    OpenApiMerge merge =
        new OpenApiMerge(
            Map.of("notice", document("/v1/a", SAME), "registry", document("/v1/a", SAME)));

    assertThatThrownBy(() -> merge.merged("1")).hasMessageContaining("/v1/a");
  }

  private static String reference(JsonNode all, String path) {
    return all.path("paths")
        .path(path)
        .at("/get/responses/200/content/application~1json/schema/$ref")
        .asText();
  }
}
