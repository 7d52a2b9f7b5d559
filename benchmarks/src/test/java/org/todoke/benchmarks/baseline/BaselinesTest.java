package org.todoke.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.benchmarks.nation.Edition;
import org.todoke.benchmarks.nation.Nation;
import org.todoke.benchmarks.nation.NationSize;
import org.todoke.benchmarks.nation.Written;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.TodokeEnvironment;

class BaselinesTest {

  @TempDir Path folder;

  @Test
  void everyRowOfANationIsCopiedAndNothingIsLeft() throws SQLException {
    Written nation =
        Nation.of(NationSize.of(0.01), 334).write(Edition.FIRST, folder.resolve("nation.csv"));

    try (Connection connection = TestDatabase.named("todoke_bench").connectAsOwner()) {
      CopyBaseline.Copied copied = CopyBaseline.measure(connection, nation.file(), 24, 3);

      assertThat(copied.rows()).isEqualTo(nation.rows());
      assertThat(copied.took()).isPositive();
      assertThat(tables(connection)).isZero();
    }
  }

  @Test
  void fileWithAnotherNumberOfColumnsIsNoBaseline() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\r\n1,2\r\n");

    try (Connection connection = TestDatabase.named("todoke_bench").connectAsOwner()) {
      assertThatThrownBy(() -> CopyBaseline.measure(connection, file, 3, 1))
          .isInstanceOf(SQLException.class);
      assertThat(tables(connection)).isZero();
    }
  }

  @Test
  void eventsAreProducedAndTheirTopicIsDropped() throws Exception {
    String kafka = TodokeEnvironment.kafkaBootstrapServers();

    Duration took = ProduceBaseline.measure(kafka, 2_000, 900);

    assertThat(took).isPositive();
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
      assertThat(List.copyOf(admin.listTopics().names().get()))
          .doesNotContain("bench.produce-baseline");
    }
  }

  private static int tables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select count(*) from pg_tables where tablename = 'copy_baseline'")) {
      count.next();
      return count.getInt(1);
    }
  }
}
