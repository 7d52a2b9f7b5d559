package org.todoke.registry.importing.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.todoke.registry.importing.rows.JudgedRow;
import org.todoke.registry.importing.rows.ListedCorporation;
import org.todoke.registry.importing.rows.ListedService;
import org.todoke.registry.organization.SearchKey;

/**
 * Brings judged rows into the database with COPY, some thousand at a time, in the transaction of
 * the connection that it was given. Holds no more than those in memory.
 */
final class Staging {

  private static final int NAMES_REMEMBERED = 20_000;

  private static final String ROWS =
      "copy import_row (run, line, outcome, findings, cells) from stdin";
  private static final String SERVICES =
      """
      copy import_service (run, establishment, service, line, municipality, ward, name, name_kana,
        address, building, latitude, longitude, telephone, fax, corporation, corporation_name,
        search_key, search, days, days_note, capacity, url, extras) from stdin""";
  private static final String NAMES = "copy import_name (run, name, search_key, search) from stdin";
  private static final String CORPORATIONS =
      """
      copy import_corporation (run, corporation, line, name, name_kana, prefecture, municipality,
        address, search_key, search, closed_on, close_cause, successor) from stdin""";

  private final UUID run;
  private final CopyManager copy;
  private final ObjectMapper json;
  private final CopyText rows = new CopyText();
  private final CopyText services = new CopyText();
  private final CopyText names = new CopyText();
  private final CopyText corporations = new CopyText();

  /** Those written already; one that is forgotten is written again, which does no harm. */
  private final Map<String, Boolean> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > NAMES_REMEMBERED;
        }
      };

  Staging(UUID run, Connection connection, ObjectMapper json) throws SQLException {
    this.run = run;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    this.json = json;
  }

  void add(JudgedRow row) {
    rows.field(run)
        .field(row.line())
        .field(row.outcome().name().toLowerCase(Locale.ROOT))
        .field(row.findings().isEmpty() ? null : findings(row))
        .array(row.cells())
        .endRow();
    for (ListedService service : row.services()) {
      add(row.line(), service);
    }
    if (row.corporation() != null) {
      add(row.line(), row.corporation());
    }
  }

  private void add(int line, ListedService service) {
    String key = SearchKey.of(service.name(), service.nameKana());
    String corporation = Operators.codeOf(service);
    services
        .field(run)
        .field("kj:" + service.number())
        .field(service.service())
        .field(line)
        .field("lg:" + service.municipality())
        .field(service.ward())
        .field(service.name())
        .field(service.nameKana())
        .field(service.address())
        .field(service.building())
        .field(degrees(service.latitude()))
        .field(degrees(service.longitude()))
        .field(service.telephone())
        .field(service.fax())
        .field(corporation)
        .field(service.corporationName())
        .field(key)
        .lexemes(SearchKey.pairsOf(key))
        .array(ListedDays.wireNames(service.days()))
        .field(service.daysNote())
        .field(service.capacity())
        .field(service.url())
        .field(extras(service))
        .endRow();
    String name = service.corporationName();
    if (corporation != null && name != null && known.put(name, true) == null) {
      String folded = SearchKey.of(name, null);
      names.field(run).field(name).field(folded).lexemes(SearchKey.pairsOf(folded)).endRow();
    }
  }

  private void add(int line, ListedCorporation listed) {
    String key = SearchKey.of(listed.name(), listed.kana());
    corporations
        .field(run)
        .field("cn:" + listed.number())
        .field(line)
        .field(listed.name())
        .field(listed.kana())
        .field(listed.prefecture() == null ? null : "lg:" + listed.prefecture())
        .field(listed.municipality() == null ? null : "lg:" + listed.municipality())
        .field(listed.address().isBlank() ? null : listed.address())
        .field(key)
        .lexemes(SearchKey.pairsOf(key))
        .field(listed.closeDate())
        .field(listed.closeCause())
        .field(listed.successor() == null ? null : "cn:" + listed.successor())
        .endRow();
  }

  /** Sends what was added since the last time. */
  void flush() throws SQLException, IOException {
    send(ROWS, rows);
    send(SERVICES, services);
    send(NAMES, names);
    send(CORPORATIONS, corporations);
  }

  private void send(String statement, CopyText text) throws SQLException, IOException {
    if (!text.isEmpty()) {
      copy.copyIn(statement, new StringReader(text.take()));
    }
  }

  private static @Nullable String degrees(@Nullable Double value) {
    return value == null ? null : String.format(Locale.ROOT, "%.6f", value);
  }

  private String findings(JudgedRow row) {
    List<Map<String, String>> all =
        row.findings().stream()
            .map(
                finding -> {
                  Map<String, String> each = new LinkedHashMap<>();
                  each.put("column", finding.column());
                  each.put("code", finding.code());
                  each.put("value", finding.raw());
                  if (finding.repaired() != null) {
                    each.put("repaired", finding.repaired());
                  }
                  each.put("outcome", finding.severity().name().toLowerCase(Locale.ROOT));
                  return each;
                })
            .toList();
    return write(all);
  }

  private @Nullable String extras(ListedService service) {
    Map<String, String> extras = new LinkedHashMap<>();
    put(extras, "withDisabilityCare", service.withDisabilityCare());
    put(extras, "careStandard", service.careStandard());
    put(extras, "disabilityStandard", service.disabilityStandard());
    put(extras, "remarks", service.remarks());
    put(extras, "postcode", service.postcode());
    service.extras().forEach((header, value) -> put(extras, header, value));
    return extras.isEmpty() ? null : write(extras);
  }

  private static void put(Map<String, String> extras, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      extras.put(name, value);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of our own cannot be written", e);
    }
  }
}
