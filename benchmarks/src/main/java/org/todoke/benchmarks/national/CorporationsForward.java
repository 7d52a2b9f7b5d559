package org.todoke.benchmarks.national;

import java.util.Set;

/** How the corporations pass a notice on to their establishments. */
interface CorporationsForward {

  /** What it is called in the report. */
  String name();

  /** Before anything is measured. */
  void prepare(Set<String> corporations);

  /** Whether each of them has to call for it. */
  boolean callsEach();

  /** Each by a call of its own, as if somebody sat there. */
  final class ByApi implements CorporationsForward {

    private final Suite suite;

    ByApi(Suite suite) {
      this.suite = suite;
    }

    @Override
    public String name() {
      return "by the API, one call each";
    }

    @Override
    public void prepare(Set<String> corporations) {
      suite.tokens().prepare(corporations);
    }

    @Override
    public boolean callsEach() {
      return true;
    }
  }

  /** Without anybody's doing, by what each has laid down. */
  final class ByStandingInstruction implements CorporationsForward {

    private static final String COPY =
        """
        insert into standing_instruction (id, organization, paper_kinds, series, lead_issuers,
          usages, cover_paper_kind, cover_title, cover_text, due_days_before, starts_on, ends_on,
          created_at, changed_at)
        select uuidv7(), o.code, s.paper_kinds, s.series, s.lead_issuers, s.usages,
          s.cover_paper_kind, s.cover_title, s.cover_text, s.due_days_before, s.starts_on, s.ends_on,
          s.created_at, s.changed_at
        from organization o
        cross join (select * from standing_instruction order by created_at limit 1) s
        where o.kind = 'corporation' and o.state = 'active'
          and not exists (select from standing_instruction t where t.organization = o.code)
        """;

    private final Suite suite;

    ByStandingInstruction(Suite suite) {
      this.suite = suite;
    }

    @Override
    public String name() {
      return "by standing instruction";
    }

    /**
     * One lays it down through the API; the others get a copy, because laying down 68,563 of them
     * is not what is measured.
     */
    @Override
    public void prepare(Set<String> corporations) {
      if (suite.database().number(Suite.NOTICE, "select count(*) from standing_instruction") == 0) {
        String first = corporations.stream().sorted().findFirst().orElseThrow();
        suite.once("POST", "/v1/standing-instructions", first, Papers.instruction()).json();
        suite.database().execute(Suite.NOTICE, COPY, "analyze standing_instruction");
      }
    }

    @Override
    public boolean callsEach() {
      return false;
    }
  }
}
