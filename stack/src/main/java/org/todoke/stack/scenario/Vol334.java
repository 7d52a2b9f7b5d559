package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.function.Consumer;
import org.todoke.stack.Findings;
import org.todoke.stack.Scenario;
import org.todoke.stack.StackAccess;

/**
 * Vol. 334 of 介護保険最新情報, from the ministry to the establishments of 八幡浜市, through the gateway, each
 * tier with its own token; then what the API and a foreign consumer on Kafka say of it. Playing it
 * again on kept data changes nothing and finds the same.
 */
public final class Vol334 implements Scenario {

  private final Consumer<String> beforeStep;

  public Vol334() {
    this(step -> {});
  }

  /**
   * @param beforeStep told the name of each step before it is played; a test that breaks things in
   *     the middle does it there
   */
  public Vol334(Consumer<String> beforeStep) {
    this.beforeStep = beforeStep;
  }

  @Override
  public void run(StackAccess stack, Findings findings, PrintStream out) {
    Play play =
        new Play(
            new Apis(stack),
            step -> {
              beforeStep.accept(step);
              out.println("  · " + step);
            });
    Cascade cascade = play.all();
    beforeStep.accept("verify");
    try (ForeignConsumer foreign = new ForeignConsumer(stack.kafkaBootstrapServers())) {
      new Verification(new Apis(stack), cascade, findings).all(foreign);
      new TierTable(new Apis(stack), cascade.envelope()).print(out);
    }
  }

  /** How far the notice, which was played before, has got by now. */
  public void show(StackAccess stack, PrintStream out) {
    Apis apis = new Apis(stack);
    String title = apis.paper("envelope").path("title").asText();
    JsonNode envelope =
        Apis.first(apis.as(Cast.ELDERLY_DIVISION).all("/v1/notices"), "/title", title);
    new TierTable(apis, envelope.path("id").asText()).print(out);
  }
}
