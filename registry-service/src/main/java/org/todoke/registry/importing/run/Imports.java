package org.todoke.registry.importing.run;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.importing.applying.ImportWorker;
import org.todoke.registry.importing.applying.PreviewImport;
import org.todoke.registry.organization.JapaneseToday;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.security.CurrentActor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/** What registrars do with runs. A run is its organisation's alone. */
@ApplicationScoped
public class Imports {

  /** Those that a person may insist on; UTF-16 is known by its mark. */
  private static final Set<String> ENCODINGS = Set.of("UTF-8", "windows-31j", "UTF-16");

  /** Whose registrars keep a part of the registry that a list can be about. */
  private static final Set<OrganizationKind> REGISTRARS =
      Set.of(
          OrganizationKind.MINISTRY,
          OrganizationKind.DIVISION,
          OrganizationKind.PREFECTURE,
          OrganizationKind.MUNICIPALITY);

  private final ImportRuns runs;
  private final ReadFile reader;
  private final PreviewImport previews;
  private final ImportWorker worker;
  private final OrganizationRepository organizations;
  private final CurrentActor currentActor;
  private final JapaneseToday today;
  private final EntityManager em;

  Imports(
      ImportRuns runs,
      ReadFile reader,
      PreviewImport previews,
      ImportWorker worker,
      OrganizationRepository organizations,
      CurrentActor currentActor,
      JapaneseToday today,
      EntityManager em) {
    this.runs = runs;
    this.reader = reader;
    this.previews = previews;
    this.worker = worker;
    this.organizations = organizations;
    this.currentActor = currentActor;
    this.today = today;
    this.em = em;
  }

  /**
   * @param asOf the day for which the list holds; null for today
   * @param encoding null to find it out
   */
  @Transactional
  public ImportRun create(
      String fileName, @Nullable LocalDate asOf, @Nullable String encoding, Locale language) {
    OrganizationCode caller = jurisdiction().registrar();
    LocalDate day = asOf == null ? today.date() : asOf;
    if (day.isAfter(today.date())) {
      throw Refusal.invalid(Violation.at("/asOf", "date.in-future"));
    }
    if (encoding != null && !ENCODINGS.contains(encoding)) {
      throw Refusal.invalid(
          Violation.at(
              "/encoding",
              "import.unknown-encoding",
              String.join(", ", ENCODINGS.stream().sorted().toList())));
    }
    UUID id = UUID.randomUUID();
    runs.create(id, caller, fileName, day, encoding);
    return get(id, language);
  }

  private Jurisdiction jurisdiction() {
    OrganizationCode caller = currentActor.get().organization();
    OrganizationKind kind = organizations.kindOfActive(caller).orElse(null);
    if (kind == null || !REGISTRARS.contains(kind)) {
      throw Refusal.forbidden("import.not-a-registrar");
    }
    return new Jurisdiction(kind, caller);
  }

  @Transactional
  public ImportRun get(UUID id, Locale language) {
    return runs.find(id, language).orElseThrow(() -> Refusal.notFound("import.not-found", id));
  }

  @Transactional
  public Page<ImportRun> list(PageRequest page, Locale language) {
    return Page.of(
        runs.list(page.after(UUID::fromString), page.rowsToRead(), language),
        page.limit(),
        run -> run.id().toString());
  }

  /**
   * Reads the file to its end, outside any transaction of the caller.
   *
   * @throws Refusal saying what is wrong with the file as a whole; the run has failed then
   */
  public ImportRun receive(UUID id, InputStream content, Locale language) {
    Jurisdiction jurisdiction =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  get(id, language);
                  return jurisdiction();
                });
    reader.read(id, jurisdiction, content);
    return QuarkusTransaction.requiringNew().call(() -> get(id, language));
  }

  /** What applying would do to the registry as it is now. */
  @Transactional
  public Map<String, Map<String, Long>> preview(UUID id) {
    ImportRun run = get(id, Locale.ENGLISH);
    if (run.state() != ImportState.READ) {
      throw Refusal.conflict("import.wrong-state", run.state().wireName());
    }
    return previews.preview(id);
  }

  /**
   * Has it applied; asking again changes nothing.
   *
   * @throws Refusal {@code import.older-than-applied} if a newer list of the same services was
   *     applied before
   */
  public ImportRun apply(UUID id, Locale language) {
    ImportRun run = QuarkusTransaction.requiringNew().call(() -> begin(id, language));
    worker.wake();
    return run;
  }

  private ImportRun begin(UUID id, Locale language) {
    ImportRun run = get(id, language);
    if (run.state() == ImportState.APPLYING || run.state() == ImportState.APPLIED) {
      return run;
    }
    List<?> newer =
        em.createNativeQuery(
                """
                select as_of from import_run
                 where state in ('applying', 'applied') and format = :format and as_of > :asOf
                   and (services && (select services from import_run where id = :id) or services = '{}')
                 order by as_of desc limit 1""",
                LocalDate.class)
            .setParameter("format", String.valueOf(run.format()))
            .setParameter("asOf", run.asOf())
            .setParameter("id", id)
            .getResultList();
    if (!newer.isEmpty()) {
      throw Refusal.conflict("import.older-than-applied", newer.get(0));
    }
    runs.move(id, ImportState.APPLYING, ImportState.READ);
    return get(id, language);
  }

  /** Stops behind the stretch at hand; what is done stays done. Asking again changes nothing. */
  @Transactional
  public ImportRun cancel(UUID id, Locale language) {
    if (get(id, language).state() != ImportState.CANCELLED) {
      runs.move(
          id, ImportState.CANCELLED, ImportState.CREATED, ImportState.READ, ImportState.APPLYING);
    }
    return get(id, language);
  }
}
