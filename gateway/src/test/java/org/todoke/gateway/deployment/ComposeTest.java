package org.todoke.gateway.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.Topics;
import org.todoke.testing.RepositoryRoot;
import org.yaml.snakeyaml.Yaml;

class ComposeTest {

  private static final Path ROOT = RepositoryRoot.find();
  private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]+}");
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|KEY)$");

  /** With anchors and merges resolved, as compose reads it. */
  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services(String file) throws IOException {
    Map<String, Object> document = new Yaml().load(Files.readString(ROOT.resolve(file)));
    return (Map<String, Map<String, Object>>) document.get("services");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> environment(Map<String, Object> service) {
    return ((Map<String, Object>) service.getOrDefault("environment", Map.of()))
        .entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> String.valueOf(e.getValue())));
  }

  @Test
  void topicsAreThoseOfTheContract() throws IOException {
    List<Topics.Topic> topics;
    try (Stream<String> lines = Files.lines(ROOT.resolve("deploy/kafka/topics.txt"))) {
      topics =
          lines
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(" ", -1))
              .map(
                  parts ->
                      new Topics.Topic(
                          parts[0], Integer.parseInt(parts[1]), parts[2].equals("compact")))
              .toList();
    }

    assertThat(topics)
        .as("deploy/kafka/topics.txt against Topics.ALL")
        .containsExactlyInAnyOrderElementsOf(Topics.ALL);
  }

  @Test
  void scriptAsksForEveryTopicWithItsShape() throws IOException, InterruptedException {
    Path told = Files.createTempFile("topics", ".txt");
    Path tool = Files.createTempFile("kafka-topics", ".sh");
    Files.writeString(tool, "#!/bin/sh\necho \"$@\" >> " + told + "\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    ProcessBuilder script =
        new ProcessBuilder("sh", ROOT.resolve("deploy/kafka/create-topics.sh").toString());
    script.environment().put("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
    script.environment().put("KAFKA_TOPICS_TOOL", tool.toString());

    assertThat(script.inheritIO().start().waitFor()).isZero();

    assertThat(Files.readAllLines(told))
        .hasSameSizeAs(Topics.ALL)
        .contains(
            "--bootstrap-server kafka:9092 --create --if-not-exists --topic todoke.organizations"
                + " --partitions 6 --replication-factor 1 --config cleanup.policy=compact"
                + " --config delete.retention.ms=2592000000");
  }

  @Test
  void onlyTheGatewayIsPublishedAndOnTheLoopbackAddress() throws IOException {
    services("docker-compose.yml")
        .forEach(
            (name, service) -> {
              if (name.equals("gateway")) {
                assertThat((List<?>) service.get("ports"))
                    .singleElement()
                    .asString()
                    .startsWith("127.0.0.1:")
                    .endsWith(":8080");
              } else {
                assertThat(service).as(name).doesNotContainKey("ports");
                assertThat((List<?>) service.get("networks")).hasToString("[inside]");
              }
            });
  }

  @Test
  void nothingStartsWithASecretThatNobodySet() throws IOException {
    List<String> secrets = new ArrayList<>();
    services("docker-compose.yml")
        .values()
        .forEach(
            service ->
                environment(service)
                    .forEach(
                        (name, value) -> {
                          if (SECRET.matcher(name).matches()) {
                            secrets.add(name);
                            assertThat(value).as(name).matches(REQUIRED);
                          }
                        }));

    assertThat(secrets).hasSizeGreaterThan(10);
  }

  @Test
  void developmentSetsEverythingThatIsRequiredAndNothingElse() throws IOException {
    Set<String> required =
        REQUIRED
            .matcher(
                Files.readString(ROOT.resolve("docker-compose.yml"))
                    + Files.readString(ROOT.resolve("deploy/compose.dev.yml")))
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> set;
    try (Stream<String> lines = Files.lines(ROOT.resolve("deploy/dev.env"))) {
      set =
          lines
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .collect(Collectors.toCollection(TreeSet::new));
    }

    assertThat(set).containsAll(required);
    set.removeAll(required);
    assertThat(set).containsExactly("TODOKE_SAMPLE");
  }

  /** Compose merges volumes by the path inside: the second file's takes the first one's place. */
  @Test
  void loginsOfTheDemonstrationComeWithDevelopmentOnly() throws IOException {
    String inside = ":/opt/keycloak/data/import/todoke-realm.json:ro";
    Map<String, Object> alone = services("docker-compose.yml").get("keycloak");
    Map<String, Object> development = services("deploy/compose.dev.yml").get("keycloak");

    assertThat(alone.get("volumes"))
        .isEqualTo(List.of("./deploy/keycloak/empty-realm.json" + inside));
    assertThat(environment(alone)).doesNotContainKey("TODOKE_DEMO_PASSWORD");
    assertThat(development.get("volumes"))
        .isEqualTo(List.of("./deploy/keycloak/todoke-realm.json" + inside));
    assertThat(environment(development)).containsOnlyKeys("TODOKE_DEMO_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry", "notice", "checklist", "gateway"})
  void everyServiceListensInsideAndCanBeToldWhereTracesGo(String service) throws IOException {
    assertThat(environment(services("docker-compose.yml").get(service)))
        .containsEntry("QUARKUS_HTTP_HOST", "0.0.0.0")
        .containsKeys("QUARKUS_OTEL_SDK_DISABLED", "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry", "notice", "checklist"})
  void everyServiceGetsItsDatabaseAndTheTwoRolesThatTheScriptMakes(String service)
      throws IOException {
    Map<String, String> environment = environment(services("docker-compose.yml").get(service));
    String script = Files.readString(ROOT.resolve("deploy/postgres/init.sh"));
    String upper = service.toUpperCase(java.util.Locale.ROOT);

    assertThat(environment)
        .containsEntry(
            "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://postgres:5432/todoke_" + service)
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
    assertThat(environment.get("QUARKUS_DATASOURCE_PASSWORD"))
        .contains("TODOKE_" + upper + "_APP_PASSWORD");
    assertThat(environment.get("QUARKUS_FLYWAY_PASSWORD"))
        .contains("TODOKE_" + upper + "_OWNER_PASSWORD");
    assertThat(script)
        .contains(
            "service %1$s \"${TODOKE_%2$s_OWNER_PASSWORD:?}\" \"${TODOKE_%2$s_APP_PASSWORD:?}\""
                .formatted(service, upper));
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry-service", "notice-service", "checklist-service", "gateway"})
  void imageRunsAsNobodyAndOnlyWithWhatWasBuilt(String module) throws IOException {
    Path folder = ROOT.resolve(module).resolve("src/main/docker");
    String recipe = Files.readString(folder.resolve("Dockerfile"));
    Map<String, Object> service =
        services("docker-compose.yml").get(module.replace("-service", ""));

    assertThat(recipe)
        .contains("FROM eclipse-temurin:")
        .contains("USER 10001:10001")
        .doesNotContain("FROM scratch");
    Pattern.compile("^COPY (?:--\\S+ )?(\\S+)", Pattern.MULTILINE)
        .matcher(recipe)
        .results()
        .map(m -> m.group(1))
        .forEach(
            source ->
                assertThat(source)
                    .satisfiesAnyOf(
                        s -> assertThat(s).startsWith(module + "/target/quarkus-app/"),
                        s -> assertThat(ROOT.resolve(s)).isExecutable()));
    assertThat(service.get("build").toString()).contains(module + "/src/main/docker/Dockerfile");
    assertThat(service)
        .containsEntry("read_only", true)
        .containsKeys("cap_drop", "security_opt", "healthcheck", "mem_limit");
  }

  @Test
  void everyPartIsWatched() throws IOException {
    services("docker-compose.yml")
        .forEach(
            (name, service) -> {
              if (!name.equals("topics")) {
                assertThat(service).as(name).containsKey("healthcheck");
              }
            });
  }

  @Test
  void identityProviderIsOfTheVersionThatTheBuildNames() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String version = pom.replaceFirst("(?s).*<keycloak.version>([^<]+)</keycloak.version>.*", "$1");

    assertThat(services("docker-compose.yml").get("keycloak"))
        .containsEntry("image", "keycloak/keycloak:" + version);
  }
}
