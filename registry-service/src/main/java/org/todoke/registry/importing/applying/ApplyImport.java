package org.todoke.registry.importing.applying;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.todoke.messaging.Outbox;
import org.todoke.registry.organization.JapaneseToday;
import org.todoke.security.SystemScope;

/**
 * Applies a run step by step and stretch by stretch. A stretch is one transaction: what it wrote,
 * its events, and how far the run has got. After a crash the next look goes on behind the last one
 * that was committed, so that what comes of it is the same.
 */
@ApplicationScoped
class ApplyImport {

  private static final int SECONDS_AT_MOST = 10 * 60;

  /** One stretch at a time, whoever works: two would wait for each other's rows in a circle. */
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('import'))";

  private final EntityManager em;
  private final List<Step> steps;
  private final Outbox outbox;
  private final ObjectMapper json;
  private final ImportConfig config;
  private final JapaneseToday days;
  private final Clock clock;

  ApplyImport(
      EntityManager em,
      OperatorStep operators,
      EstablishmentStep establishments,
      NameStep names,
      AbsenceStep absences,
      CorporationStep corporations,
      Outbox outbox,
      ObjectMapper json,
      ImportConfig config,
      JapaneseToday days,
      Clock clock) {
    this.em = em;
    this.steps = List.of(operators, establishments, names, absences, corporations);
    this.outbox = outbox;
    this.json = json;
    this.config = config;
    this.days = days;
    this.clock = clock;
  }

  /** Runs that wait to be applied or were being applied when a service ended; the oldest first. */
  List<UUID> waiting() {
    return inSystemScope(
        () ->
            em.createNativeQuery(
                    "select id from import_run where state = 'applying' order by applying_since, id",
                    UUID.class)
                .getResultStream()
                .map(UUID.class::cast)
                .toList());
  }

  /** Goes on with a run until it is applied, or somebody cancels it. */
  void apply(UUID run) {
    while (inSystemScope(() -> nextStretch(run))) {
      // Each look is a transaction of its own, so that the relay can begin while this goes on.
    }
  }

  /** False when there is nothing left to do. */
  private boolean nextStretch(UUID run) {
    em.createNativeQuery(ONE_AT_A_TIME).getSingleResult();
    Optional<Job> found = lock(run);
    if (found.isEmpty()) {
      return false;
    }
    Job job = found.get();
    Step step = stepOf(job);
    String end = step.end(job, config.stretch());
    if (end != null) {
      em.createNativeQuery("set local gin_pending_list_limit = '64MB'").executeUpdate();
      em.createNativeQuery("set local work_mem = '64MB'").executeUpdate();
      Step.Done done = step.apply(job, end);
      note(run, step.name(), end, done);
      outbox.wakeRelay();
      return true;
    }
    Optional<Step> next =
        steps.stream()
            .skip(steps.indexOf(step) + 1L)
            .filter(s -> s.isFor(job.format()))
            .findFirst();
    step.finish(job);
    if (next.isPresent()) {
      note(run, next.get().name(), "", new Step.Done(0, new Effects()));
      return true;
    }
    finish(run);
    return false;
  }

  private Step stepOf(Job job) {
    return steps.stream()
        .filter(s -> job.step() == null ? s.isFor(job.format()) : s.name().equals(job.step()))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Job> lock(UUID run) {
    return em.createNativeQuery(
            """
            select organization, format, as_of, services, step, coalesce(applied_up_to, '') as after
              from import_run where id = cast(:run as uuid) and state = 'applying' for update""",
            Tuple.class)
        .setParameter("run", run)
        .getResultStream()
        .findFirst()
        .map(row -> job(run, (Tuple) row));
  }

  private Job job(UUID run, Tuple row) {
    LocalDate asOf = row.get("as_of", LocalDate.class);
    return new Job(
        run,
        row.get("organization", String.class),
        row.get("format", String.class),
        asOf,
        days.startOf(asOf),
        List.of(row.get("services", String[].class)),
        clock.instant(),
        row.get("step", String.class),
        row.get("after", String.class));
  }

  private void note(UUID run, String step, String upTo, Step.Done done) {
    String before =
        (String)
            em.createNativeQuery(
                    "select cast(effects as text) from import_run where id = cast(:run as uuid)",
                    String.class)
                .setParameter("run", run)
                .getSingleResult();
    em.createNativeQuery(
            """
            update import_run
               set step = :step, applied_up_to = :upTo, applied = applied + :organizations,
                   effects = cast(:effects as jsonb), touched_at = cast(:now as timestamptz)
             where id = cast(:run as uuid)""")
        .setParameter("step", step)
        .setParameter("upTo", upTo)
        .setParameter("organizations", done.organizations())
        .setParameter("effects", write(done.effects().addAll(read(before)).counts()))
        .setParameter("now", clock.instant())
        .setParameter("run", run)
        .executeUpdate();
  }

  private void finish(UUID run) {
    em.createNativeQuery("select cast(settle_search() as text)").getSingleResult();
    em.createNativeQuery(
            """
            update import_run
               set state = 'applied', step = null, ended_at = cast(:now as timestamptz), touched_at = cast(:now as timestamptz),
                   version = version + 1
             where id = cast(:run as uuid)""")
        .setParameter("now", clock.instant())
        .setParameter("run", run)
        .executeUpdate();
  }

  private Map<String, Map<String, Long>> read(String effects) {
    try {
      return json.readValue(effects, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was stored cannot be read", e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("counts of our own cannot be written", e);
    }
  }

  private static <T> T inSystemScope(Callable<T> work) {
    try {
      return SystemScope.call(
          () -> QuarkusTransaction.requiringNew().timeout(SECONDS_AT_MOST).call(work));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
