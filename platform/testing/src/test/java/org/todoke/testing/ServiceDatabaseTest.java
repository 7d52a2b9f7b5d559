package org.todoke.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceDatabaseTest {

  private static final ServiceDatabase DATABASE = new ServiceDatabase("todoke_probe");
  private static TestDatabase database;

  @BeforeAll
  static void createTables() throws SQLException {
    database = TestDatabase.ensure(DATABASE);
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          drop table if exists secret, place, flyway_schema_history;
          create table flyway_schema_history (version text);
          insert into flyway_schema_history values ('1');
          create table place (code text primary key, name text, upper_name text generated always as (upper(name)) stored);
          insert into place (code, name) values ('lg:380008', 'ehime'), ('lg:382043', 'yawatahama');
          create table secret (id bigint generated always as identity primary key, org text);
          alter table secret enable row level security;
          alter table secret force row level security;
          create policy own on secret using (org = current_setting('todoke.org', true));
          grant select, insert, update, delete on place, secret to todoke_probe_app;
          """);
    }
  }

  @BeforeEach
  void fill() throws SQLException {
    Databases.clean(DATABASE, Set.of(), Set.of("place"));
    update("insert into secret (org) values ('lg:380008'), ('lg:382043')");
  }

  @Test
  void applicationRoleIsNeitherOwnerNorSuperuserNorAboveRowSecurity() throws SQLException {
    assertThat(
            text(
                database.connectAsApp(),
                """
                select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
                  or pg_has_role(r.oid, d.datdba, 'member')
                  or exists (select from pg_class c where c.relowner = r.oid)
                from pg_roles r, pg_database d
                where r.rolname = current_user and d.datname = current_database()
                """))
        .isEqualTo("f");
  }

  @Test
  void rowSecurityBindsTheApplicationAndTheOwner() throws SQLException {
    assertThat(text(database.connectAsApp(), "select count(*) from secret")).isEqualTo("0");
    assertThat(text(database.connectAsOwner(), "select count(*) from secret")).isEqualTo("0");
    assertThat(text(database.connectAsSuperuser(), "select count(*) from secret")).isEqualTo("2");
    assertThat(
            text(
                database.connectAsApp(),
                "select set_config('todoke.org', 'lg:382043', false);"
                    + " select string_agg(org, ',') from secret"))
        .isEqualTo("lg:382043");
  }

  @Test
  void applicationRoleCannotChangeTheSchema() {
    assertThatThrownBy(() -> text(database.connectAsApp(), "create table x (y int)"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> text(database.connectAsApp(), "truncate secret"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> text(database.connectAsApp(), "alter table secret disable row level security"))
        .hasMessageContaining("must be owner");
  }

  @Test
  void oneServiceCannotEnterTheDatabaseOfAnother() {
    TestDatabase other = TestDatabase.named("todoke_neighbour");

    assertThatThrownBy(() -> ServiceDatabase.connect(other.jdbcUrl(), database.app()))
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void preparingItAgainChangesNothing() throws SQLException {
    TestDatabase.ensure(DATABASE);

    assertThat(text(database.connectAsSuperuser(), "select count(*) from secret")).isEqualTo("2");
  }

  @Test
  void cleaningEmptiesAllButTheHistoryOfFlyway() throws SQLException {
    Databases.clean(DATABASE);

    assertThat(text(database.connectAsSuperuser(), "select count(*) from secret")).isEqualTo("0");
    assertThat(text(database.connectAsSuperuser(), "select count(*) from place")).isEqualTo("0");
    assertThat(text(database.connectAsSuperuser(), "select count(*) from flyway_schema_history"))
        .isEqualTo("1");
  }

  @Test
  void cleaningLeavesWhatIsToBeKept() throws SQLException {
    update("update place set name = 'changed'");

    Databases.clean(DATABASE, Set.of("place"), Set.of());

    assertThat(text(database.connectAsSuperuser(), "select string_agg(name, ',') from place"))
        .isEqualTo("changed,changed");
  }

  @Test
  void cleaningReloadsReferenceRows() throws SQLException {
    update("delete from place where code = 'lg:380008'; update place set name = 'changed'");

    Databases.clean(DATABASE, Set.of(), Set.of("place"));

    assertThat(
            text(
                database.connectAsSuperuser(),
                "select string_agg(upper_name, ',' order by code) from place"))
        .isEqualTo("EHIME,YAWATAHAMA");
  }

  @Test
  void cleaningBeginsIdentitiesAnew() throws SQLException {
    Databases.clean(DATABASE);
    update("insert into secret (org) values ('x')");

    assertThat(text(database.connectAsSuperuser(), "select id from secret")).isEqualTo("1");
  }

  @Test
  void japaneseIsMadeOfLetters() throws SQLException {
    assertThat(
            text(
                database.connectAsOwner(),
                "create extension if not exists pg_trgm;"
                    + " select cardinality(show_trgm('八幡浜市')) > 0"))
        .isEqualTo("t");
  }

  @Test
  void refusesNamesThatAreNotPlain() {
    assertThatThrownBy(() -> new ServiceDatabase("todoke; drop database postgres"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void update(String sql) throws SQLException {
    try (Connection connection = database.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the last result. */
  private static String text(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      String last = "";
      do {
        try (ResultSet rows = statement.getResultSet()) {
          if (rows != null && rows.next()) {
            last = rows.getString(1);
          }
        }
      } while (statement.getMoreResults() || statement.getUpdateCount() != -1);
      return last;
    }
  }
}
