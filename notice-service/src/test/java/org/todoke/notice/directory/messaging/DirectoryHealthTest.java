package org.todoke.notice.directory.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicWriter;

/** The service does not call itself ready while its directory has holes. */
@QuarkusTest
class DirectoryHealthTest extends NoticeServiceTest {

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  @Inject DataSource dataSource;

  private DirectoryHealth health;

  @AfterEach
  void close() {
    health.close();
  }

  @Test
  void itIsReadyWhenTheTopicIsReadAndStaysReady() {
    try (TopicWriter topic = new TopicWriter()) {
      topic.send(
          TopicWriter.event(
              EventType.ORGANIZATION_CHANGED,
              NoticeFixture.OZU,
              NoticeFixture.OZU,
              9,
              """
              {"code": "lg:382078", "kind": "municipality", "name": "大洲市", "parent": "lg:380008",
               "state": "active", "validFrom": "2005-01-11", "serviceTypes": [], "channels": []}
              """));
    }
    health = new DirectoryHealth(kafka, dataSource);

    Eventually.assertThat(() -> assertThat(health.call().getStatus()).isEqualTo(Status.UP));
    assertThat(Rows.of("select prefecture from organization where code = 'lg:382078'"))
        .containsExactly(Map.of("prefecture", NoticeFixture.EHIME));

    Rows.change("delete from organization");
    assertThat(health.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void anEmptyDirectoryIsNotReady() {
    Rows.change("delete from organization");
    health = new DirectoryHealth(kafka, dataSource);

    Eventually.assertThat(
        () -> {
          HealthCheckResponse answer = health.call();
          assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
          assertThat(answer.getData())
              .isEqualTo(Optional.of(Map.of("waiting", "no organization has been published yet")));
        });
  }

  @Test
  void withoutTheBrokerNobodyKnowsWhetherItIsComplete() {
    Map<String, Object> nowhere = new HashMap<>(kafka);
    nowhere.put("bootstrap.servers", "127.0.0.1:1");
    health = new DirectoryHealth(nowhere, dataSource);

    assertThat(health.call().getData())
        .isEqualTo(Optional.of(Map.of("waiting", "the broker does not answer")));
  }
}
