package org.todoke.registry.counts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.web.Cursor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** Adds up the kept counts; they are exact, whether folded or not. */
@ApplicationScoped
public class EstablishmentCounts {

  /** Stands in a row of the table for the establishments themselves. */
  private static final String ANY_SERVICE = "";

  private final EntityManager entityManager;

  EstablishmentCounts(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** In the order of the codes by which they are counted; what is none is left out. */
  @Transactional
  public Page<CountView> count(CountQuestion question, PageRequest page) {
    List<String> keys = new ArrayList<>();
    if (question.byPrefecture()) {
      keys.add("prefecture");
    }
    if (question.byMunicipality()) {
      keys.add("municipality");
    }
    if (question.byService()) {
      keys.add("service");
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    List<String> conditions = conditions(question, parameters);
    List<String> after = page.after(position -> Cursor.parts(position, keys.size()));
    if (after != null) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        names.add(":after" + i);
        parameters.put("after" + i, after.get(i));
      }
      conditions.add("(" + String.join(", ", keys) + ") > (" + String.join(", ", names) + ")");
    }
    String by = String.join(", ", keys);
    Query query =
        entityManager
            .createNativeQuery(
                "select "
                    + by
                    + ", sum(establishments) from establishment_count where "
                    + String.join(" and ", conditions)
                    + " group by "
                    + by
                    + " having sum(establishments) <> 0 order by "
                    + by
                    + " limit :rows",
                Object[].class)
            .setParameter("rows", page.rowsToRead());
    parameters.forEach(query::setParameter);
    Stream<?> rows = query.getResultStream();
    return Page.of(
        rows.map(row -> view(question, (Object[]) row)).toList(),
        page.limit(),
        last -> position(question, last));
  }

  private static List<String> conditions(CountQuestion question, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>();
    if (question.prefecture() != null) {
      conditions.add("prefecture = :prefecture");
      parameters.put("prefecture", question.prefecture().value());
    }
    if (question.municipality() != null) {
      conditions.add("municipality = :municipality");
      // Known to the index only together with its prefecture.
      conditions.add(
          "prefecture = (select o.prefecture from organization o where o.code = :municipality)");
      parameters.put("municipality", question.municipality().value());
    }
    if (question.service() == null && question.byService()) {
      conditions.add("service <> '" + ANY_SERVICE + "'");
    } else {
      conditions.add("service = :service");
      parameters.put("service", question.service() == null ? ANY_SERVICE : question.service());
    }
    return conditions;
  }

  private static CountView view(CountQuestion question, Object[] row) {
    int column = 0;
    OrganizationCode prefecture =
        question.byPrefecture() ? OrganizationCode.of((String) row[column++]) : null;
    OrganizationCode municipality =
        question.byMunicipality() ? OrganizationCode.of((String) row[column++]) : null;
    String service = question.byService() ? (String) row[column++] : null;
    return new CountView(prefecture, municipality, service, ((Number) row[column]).longValue());
  }

  private static String position(CountQuestion question, CountView last) {
    List<@Nullable Object> values = new ArrayList<>();
    if (question.byPrefecture()) {
      values.add(last.prefecture());
    }
    if (question.byMunicipality()) {
      values.add(last.municipality());
    }
    if (question.byService()) {
      values.add(last.service());
    }
    return Cursor.join(values.toArray());
  }
}
