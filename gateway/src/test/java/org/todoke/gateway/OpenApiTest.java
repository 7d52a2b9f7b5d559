package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.todoke.gateway.routing.Routes;
import org.todoke.testing.RepositoryRoot;

@GatewayTest
class OpenApiTest {

  private static final YAMLMapper YAML = new YAMLMapper();

  @Inject Routes routes;

  private static JsonNode merged() {
    return Client.json(Client.send(Client.anonymous("/openapi.json")));
  }

  private static Map<String, JsonNode> committed() throws IOException {
    Path folder = RepositoryRoot.find().resolve("contracts/openapi");
    Map<String, JsonNode> documents = new TreeMap<>();
    for (String service : UpstreamStubs.SERVICES) {
      documents.put(service, YAML.readTree(Files.readString(folder.resolve(service + ".yaml"))));
    }
    return documents;
  }

  @Test
  void everyCommittedOperationIsInTheWholeAndNoOther() throws IOException {
    Set<String> expected = new HashSet<>();
    committed()
        .forEach(
            (service, document) ->
                operations(document)
                    .forEach(
                        operation ->
                            expected.add(
                                operation.replace(
                                    "/v1/operations/{service}/",
                                    "/v1/operations/" + service + "/"))));

    assertThat(expected).hasSizeGreaterThan(20);
    assertThat(operations(merged())).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyDescribedPathIsRoutedToTheServiceThatDescribesIt() throws IOException {
    committed()
        .forEach(
            (service, document) ->
                document
                    .path("paths")
                    .fieldNames()
                    .forEachRemaining(
                        path ->
                            assertThat(
                                    routes.ownerOf(
                                        path.replace("{service}", service)
                                            .replaceAll("\\{[^/]+}", "x")))
                                .as(path)
                                .contains(service)));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    JsonNode document = merged();
    List<String> references = new ArrayList<>();
    document.findValues("$ref").forEach(r -> references.add(r.asText()));

    assertThat(references).isNotEmpty().allMatch(r -> r.startsWith("#/"));
    assertThat(references.stream().filter(r -> document.at(r.substring(1)).isMissingNode()))
        .isEmpty();
  }

  @Test
  void everyOperationWantsTheOneTokenAndSaysWhichRoles() {
    JsonNode document = merged();

    assertThat(document.at("/components/securitySchemes").fieldNames())
        .toIterable()
        .containsExactly("bearer");
    assertThat(document.path("security").toString()).isEqualTo("[{\"bearer\":[]}]");
    assertThat(document.at("/servers/0/url").asText()).isEqualTo("/");
    document
        .path("paths")
        .forEach(
            item ->
                item.findValues("security")
                    .forEach(
                        security ->
                            assertThat(security.findValues("bearer")).hasSameSizeAs(security)));
  }

  @Test
  void operationIdsAreUnique() {
    List<String> ids = new ArrayList<>();
    merged().path("paths").findValues("operationId").forEach(id -> ids.add(id.asText()));

    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void yamlSaysTheSameAsJson() throws IOException {
    JsonNode yaml = YAML.readTree(Client.send(Client.anonymous("/openapi.yaml")).body());

    assertThat(yaml).isEqualTo(merged());
  }

  private static Set<String> operations(JsonNode document) {
    Set<String> operations = new HashSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (operation.getValue().has("responses")) {
                            operations.add(operation.getKey() + " " + path.getKey());
                          }
                        }));
    return operations;
  }
}
