package org.todoke.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;
import org.todoke.stack.identity.DemoUsers;
import org.todoke.stack.identity.MockIssuer;
import org.todoke.stack.identity.TokenClient;
import org.todoke.stack.kafka.KafkaPart;
import org.todoke.stack.postgres.PostgresPart;
import org.todoke.stack.supervision.Progress;
import org.todoke.stack.supervision.Supervisor;
import org.todoke.testing.RepositoryRoot;
import org.todoke.testing.TopicProbe;
import org.todoke.testing.TopicWriter;

/** PostgreSQL, Kafka and the small issuer as the launcher starts them, without the services. */
@TestMethodOrder(MethodOrderer.Random.class)
class InfrastructureTest {

  private static final Ports PORTS = new Ports(21_000);

  @TempDir static Path home;
  private static Supervisor supervisor;
  private static StackFolders folders;
  private static PostgresPart postgres;
  private static KafkaPart kafka;
  private static MockIssuer issuer;
  private static DemoUsers users;

  @BeforeAll
  static void start() {
    folders = new StackFolders(RepositoryRoot.find(), home);
    folders.create();
    Secrets secrets = new Secrets(folders.secrets());
    postgres = new PostgresPart(folders, secrets, PORTS.postgres(), StackOptions.Sizing.SMALL);
    kafka = new KafkaPart(folders, PORTS);
    issuer = new MockIssuer(folders, secrets, PORTS);
    users = DemoUsers.read(folders.demoUsers());
    supervisor = new Supervisor(folders, Progress.silent());
    supervisor.startAll(List.of(postgres, kafka, issuer));
  }

  @AfterAll
  static void stop() {
    supervisor.stopAll(List.of(List.of(Stack.ISSUER, Stack.KAFKA), List.of(Stack.POSTGRES)));
  }

  @Test
  void whatPostgresCommittedSurvivesItsCrash() throws SQLException {
    query("create table if not exists crash (id int primary key)");
    query("insert into crash values (1) on conflict do nothing");

    supervisor.kill(Stack.POSTGRES);
    supervisor.restart(Stack.POSTGRES);

    assertThat(query("select id from crash")).isEqualTo("1");
  }

  @Test
  void postgresWritesThroughToTheDisk() throws SQLException {
    assertThat(query("show fsync")).isEqualTo("on");
    assertThat(query("show synchronous_commit")).isEqualTo("on");
  }

  @Test
  void postgresAsksForAPassword() {
    String url = postgres.environmentOf("notice").get("QUARKUS_DATASOURCE_JDBC_URL");

    assertThatThrownBy(() -> DriverManager.getConnection(url, "todoke_notice_owner", "guess"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void whatKafkaAcknowledgedSurvivesItsCrash() {
    try (var writer = new TopicWriter(kafka.bootstrapServers())) {
      writer.send(TopicWriter.event(EventType.NOTICE_ISSUED, "n-1", "n-1", 1, "{}"));
    }

    supervisor.kill(Stack.KAFKA);
    supervisor.restart(Stack.KAFKA);

    try (var probe = TopicProbe.fromBeginningOf(kafka.bootstrapServers(), Topics.NOTICES)) {
      assertThat(probe.awaitEvent("notice.issued", "n-1").sequence()).isEqualTo(1);
    }
  }

  @Test
  void everyLoginGetsATokenThatSpeaksForItsOrganization() throws Exception {
    TokenClient client = new TokenClient(issuer, users);
    assertThat(users.users()).isNotEmpty();

    for (DemoUsers.User user : users.users()) {
      JWTClaimsSet claims = SignedJWT.parse(client.token(user.username())).getJWTClaimsSet();
      assertThat(claims.getStringClaim("org")).isEqualTo(user.organization());
      assertThat(claims.getStringListClaim("roles")).isEqualTo(user.roles());
      assertThat(claims.getAudience()).containsExactly("todoke");
      assertThat(claims.getSubject()).isEqualTo(user.username());
      assertThat(claims.getIssuer()).isEqualTo(issuer.url());
    }
  }

  @Test
  void wrongPasswordOrNameGetsNone() {
    var guessing = new TokenClient(issuer, new DemoUsers("guess", users.users()));
    var stranger = new TokenClient(issuer, users);

    assertThatThrownBy(() -> guessing.token("ehime")).hasMessageContaining("401");
    assertThatThrownBy(() -> stranger.token("nobody")).hasMessageContaining("401");
  }

  @Test
  void tokenIsAskedForOnceAndHandedOutAgain() {
    TokenClient client = new TokenClient(issuer, users);

    assertThat(client.token("ehime")).isEqualTo(client.token("ehime"));
  }

  /** The first column of the first row, if there is one; as the owner of notice's database. */
  private static String query(String sql) throws SQLException {
    var environment = postgres.environmentOf("notice");
    try (Connection connection =
            DriverManager.getConnection(
                environment.get("QUARKUS_DATASOURCE_JDBC_URL"),
                "todoke_notice_owner",
                environment.get("QUARKUS_FLYWAY_PASSWORD"));
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
