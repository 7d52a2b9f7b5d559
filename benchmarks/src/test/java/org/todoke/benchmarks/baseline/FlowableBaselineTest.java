package org.todoke.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.todoke.testing.ServiceDatabase;
import org.todoke.testing.TestDatabase;

class FlowableBaselineTest {

  @Test
  void everyRecipientWaitsForItsAcknowledgementInBothModels() throws SQLException {
    TestDatabase database = TestDatabase.named("todoke_bench_flowable");
    ServiceDatabase.Credentials owner = database.owner();
    try (Connection connection = database.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute("grant pg_checkpoint to " + owner.user());
    }
    double[] cpu = {0};
    try (var flowable =
        new FlowableBaseline(database.jdbcUrl(), owner.user(), owner.password(), () -> cpu[0]++)) {
      for (FlowableBaseline.Model model : FlowableBaseline.Model.values()) {
        FlowableBaseline.Delivered delivered = flowable.measure(model, 120, Duration.ofSeconds(40));

        assertThat(delivered.isWhole()).as(model.label()).isTrue();
        assertThat(delivered.microsPerDelivery()).isPositive();
        assertThat(delivered.cpuSeconds()).isEqualTo(1);
      }
      FlowableBaseline.Delivered tooLate =
          flowable.measure(
              FlowableBaseline.Model.PROCESS_PER_RECIPIENT, 100_000, Duration.ofMillis(300));

      assertThat(tooLate.isWhole()).isFalse();
      assertThat(tooLate.microsPerDelivery()).isNaN();
    }
  }
}
