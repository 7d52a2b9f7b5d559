package org.todoke.registry.importing.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/**
 * Forgets the rows of lists in which an organisation that was erased is named: those that are kept,
 * and those of every list that comes later. That there was a row stays, so that the figures of a
 * run remain true.
 */
@ApplicationScoped
public class ErasedRows {

  /** Of every run and one code, or of one run and all codes that were erased. */
  private static final String SCOPE =
      """
      with wanted as (select cast(? as uuid) as run, cast(? as text) as code),
      erased as (
        select o.code from organization o, wanted w
         where o.erased_at is not null and (w.code is null or o.code = w.code)
      ), runs as (
        select r.id as run from import_run r, wanted w where w.run is null or r.id = w.run
      )""";

  private static final String NAMED =
      SCOPE
          + """
          , named as (
            select i.run, i.line from erased e cross join runs u
              join import_service i on i.run = u.run and i.establishment = e.code
            union
            select i.run, i.line from erased e cross join runs u
              join import_service i on i.run = u.run and i.corporation = e.code
            union
            select i.run, i.line from erased e cross join runs u
              join import_corporation i on i.run = u.run and i.corporation = e.code
            union
            select r.run, r.line from erased e cross join runs u
              join import_row r on r.run = u.run and r.outcome = 'rejected'
             where exists (
               select from unnest(r.cells) as c (cell)
                where translate(c.cell, '０１２３４５６７８９', '0123456789') = split_part(e.code, ':', 2))
          )
          """;

  private static final String BLANK =
      NAMED
          + """
          update import_row r
             set cells = '{}',
                 findings = (
                   select jsonb_agg((f.found - 'repaired') || '{"value": ""}' order by f.place)
                     from jsonb_array_elements(r.findings) with ordinality as f (found, place))
            from named n
           where r.run = n.run and r.line = n.line""";

  /** Told of in a list that comes later: whoever brought it has to know why nothing came of it. */
  private static final String MARK =
      NAMED
          + """
          update import_row r
             set outcome = case when r.outcome in ('accepted', 'repaired') then 'warned' else r.outcome end,
                 findings = coalesce(r.findings, '[]') || jsonb_build_array(jsonb_build_object(
                   'column', '', 'code', '%s', 'value', '', 'outcome', 'warned'))
            from named n
           where r.run = n.run and r.line = n.line"""
              .formatted("row.erased");

  private static final String FORGET_NAMES =
      SCOPE
          + """
           delete from import_name n
            using erased e, runs u, import_service i
            where i.run = u.run and i.corporation = e.code
              and n.run = i.run and n.name = i.corporation_name
              and not exists (
                    select from import_service other
                     where other.run = n.run and other.corporation_name = n.name
                       and other.corporation <> i.corporation)""";

  private static final String FORGET_OPERATOR =
      SCOPE
          + """
           update import_service i set corporation_name = null
             from erased e, runs u
            where i.run = u.run and i.corporation = e.code and i.corporation_name is not null""";

  private static final String FORGET_SERVICES =
      SCOPE
          + """
           delete from import_service i using erased e, runs u
            where i.run = u.run and i.establishment = e.code""";

  private static final String FORGET_CORPORATION =
      SCOPE
          + """
           delete from import_corporation i using erased e, runs u
            where i.run = u.run and i.corporation = e.code""";

  /** In this order: a later one no longer finds what an earlier one goes by. */
  private static final List<String> OF_KEPT =
      List.of(BLANK, FORGET_NAMES, FORGET_OPERATOR, FORGET_SERVICES, FORGET_CORPORATION);

  private static final List<String> OF_NEW =
      Stream.concat(Stream.of(MARK), OF_KEPT.stream()).toList();

  private final DataSource dataSource;

  ErasedRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** In whatever list it was. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(OrganizationCode code) {
    try (Connection connection = dataSource.getConnection()) {
      run(connection, OF_KEPT, null, code.value());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot forget rows of a list", e);
    }
  }

  /** Whatever was erased, in a run whose rows have just been staged by this connection. */
  static void forget(Connection connection, UUID run) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "select exists (select from organization where erased_at is not null)");
        ResultSet any = query.executeQuery()) {
      if (any.next() && any.getBoolean(1)) {
        run(connection, OF_NEW, run, null);
      }
    }
  }

  private static void run(
      Connection connection, List<String> statements, @Nullable UUID run, @Nullable String code)
      throws SQLException {
    for (String sql : statements) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setObject(1, run == null ? null : run.toString());
        statement.setString(2, code);
        statement.executeUpdate();
      }
    }
  }
}
