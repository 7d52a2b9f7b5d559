package org.todoke.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiContractTest {

  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      components:
        securitySchemes:
          oidc:
            type: openIdConnect
            openIdConnectUrl: http://localhost:4711/todoke/.well-known/openid-configuration
      paths:
        /v1/things:
          get:
            description: "things"
            responses: {"200": {description: OK}}
      servers:
      - url: http://localhost:8081
      """;

  @TempDir Path folder;

  @Test
  void writtenAnewItMatches() throws IOException {
    Path file = folder.resolve("deep/thing.yaml");

    OpenApiContract.assertMatches(file, DOCUMENT, true);

    assertThatCode(() -> OpenApiContract.assertMatches(file, DOCUMENT, false))
        .doesNotThrowAnyException();
    assertThat(Files.readString(file)).doesNotContain("localhost");
  }

  @Test
  void orderAndPlaceOfTheServerDoNotMatter() {
    Path file = folder.resolve("thing.yaml");
    OpenApiContract.assertMatches(file, DOCUMENT, true);

    String elsewhere =
        """
        {"paths": {"/v1/things": {"get": {"responses": {"200": {"description": "OK"}},
          "description": "things"}}},
         "components": {"securitySchemes": {"oidc": {"openIdConnectUrl": "http://x/y",
          "type": "openIdConnect"}}}, "openapi": "3.1.0"}
        """;
    assertThatCode(() -> OpenApiContract.assertMatches(file, elsewhere, false))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherAnswerDoesMatter() {
    Path file = folder.resolve("thing.yaml");
    OpenApiContract.assertMatches(file, DOCUMENT, true);

    assertThatThrownBy(
            () ->
                OpenApiContract.assertMatches(file, DOCUMENT.replace("\"200\"", "\"201\""), false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(OpenApiContract.UPDATE);
  }

  @Test
  void missingFileSaysHowToWriteIt() {
    assertThatThrownBy(
            () -> OpenApiContract.assertMatches(folder.resolve("none.yaml"), DOCUMENT, false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(OpenApiContract.UPDATE);
  }

  @Test
  void documentWithoutPathsIsRefused() {
    assertThatThrownBy(
            () -> OpenApiContract.assertMatches(folder.resolve("x.yaml"), "openapi: 3.1.0", true))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void rootOfTheRepositoryIsFoundFromAModule() {
    assertThat(RepositoryRoot.find()).isDirectoryContaining("glob:**/contracts");
    assertThatThrownBy(() -> RepositoryRoot.above(folder.getRoot()))
        .isInstanceOf(IllegalStateException.class);
  }
}
