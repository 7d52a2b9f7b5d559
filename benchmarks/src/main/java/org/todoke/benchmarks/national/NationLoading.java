package org.todoke.benchmarks.national;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.todoke.benchmarks.measure.TopicState;
import org.todoke.benchmarks.nation.Edition;
import org.todoke.benchmarks.nation.Nation;
import org.todoke.benchmarks.nation.Written;
import org.todoke.contracts.Topics;
import org.todoke.stack.imports.ImportClient;
import org.todoke.stack.imports.ImportRun;

/** Makes the suite know a nation, until all directories have all of it. */
final class NationLoading {

  private static final LocalDate END_OF_YEAR = LocalDate.of(2025, 12, 31);
  private static final String REGISTRAR = "mhlw";

  private final Suite suite;
  private final NationalSettings settings;

  NationLoading(Suite suite, NationalSettings settings) {
    this.suite = suite;
    this.settings = settings;
  }

  void load() {
    long began = System.nanoTime();
    try (TopicState topic =
        new TopicState(suite.stack().kafkaBootstrapServers(), Topics.ORGANIZATIONS)) {
      // The registry tells of the local governments when it starts; the rest hangs below those.
      awaitDirectories(topic);
      Nation nation = Nation.of(settings.size(), settings.seed());
      if (settings.load() == NationalSettings.Load.IMPORT) {
        bringIn(nation);
      } else {
        var prefectures =
            suite
                .database()
                .texts(Suite.NOTICE, "select code from organization where kind = 'prefecture'");
        long told = new DirectLoad(suite.stack().kafkaBootstrapServers(), prefectures).tell(nation);
        suite.say("told of %,d organisations", told);
      }
      awaitDirectories(topic);
    }
    suite.database().analyze(Suite.NOTICE);
    suite.database().analyze(Suite.CHECKLIST);
    suite.say(
        "%,d organisations in the directory after %.1f s",
        suite.database().directory(),
        CascadeTimes.seconds(Duration.ofNanos(System.nanoTime() - began)));
  }

  private void awaitDirectories(TopicState topic) {
    suite
        .deadline()
        .await(
            "the directories",
            () ->
                suite.database().waitingEvents() == 0
                    && topic.lag("notice.directory") == 0
                    && topic.lag("checklist.directory") == 0);
  }

  private void bringIn(Nation nation) {
    Written file = nation.write(Edition.FIRST, settings.home().resolve("nation.csv"));
    var client =
        new ImportClient(
            suite.stack().gateway(), () -> suite.stack().token(REGISTRAR), Locale.ENGLISH);
    ImportRun run = client.create(file.file().getFileName().toString(), END_OF_YEAR, null);
    run = client.upload(run, file.file(), sent -> {});
    client.preview(run);
    var now = new AtomicReference<>(client.apply(run));
    suite.deadline().await("the end of the import", () -> !now.updateAndGet(client::get).isBusy());
    if (!now.get().isApplied()) {
      throw new IllegalStateException("not applied: " + now.get().state());
    }
  }
}
