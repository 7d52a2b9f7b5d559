package org.todoke.registry.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.todoke.registry.number.LocalGovernmentNumber;
import org.todoke.registry.reference.ReferenceFile;

class ReferenceKnowledgeTest {

  private final ReferenceKnowledge knowledge = ReferenceKnowledge.official();

  @Test
  void listsAreComplete() {
    assertThat(knowledge.prefectures()).hasSize(47);
    assertThat(knowledge.municipalities()).hasSize(1741);
    assertThat(knowledge.wards()).hasSize(171);
    assertThat(knowledge.northernTerritories()).hasSize(6);
    assertThat(knowledge.successors()).hasSize(16);
  }

  @Test
  void everyCodeChecks() {
    Set<String> codes = new HashSet<>(knowledge.wards().keySet());
    codes.addAll(knowledge.northernTerritories());
    codes.addAll(knowledge.successors().keySet());

    assertThat(codes).hasSize(193).allMatch(LocalGovernmentNumber::isValid);
  }

  @Test
  void everyWardIsOfOneOfTwentyCities() {
    assertThat(knowledge.wards().values())
        .extracting(ReferenceKnowledge.Ward::city)
        .allMatch(knowledge.municipalities()::containsKey);
    assertThat(knowledge.wards().values().stream().map(ReferenceKnowledge.Ward::city).distinct())
        .hasSize(20);
  }

  @Test
  void everySuccessorIsOfToday() {
    assertThat(knowledge.successors().values())
        .flatExtracting(after -> after)
        .allMatch(
            code ->
                knowledge.municipalities().containsKey(code)
                    || knowledge.wards().containsKey(code));
    assertThat(knowledge.successors().keySet())
        .doesNotContainAnyElementsOf(knowledge.municipalities().keySet())
        .doesNotContainAnyElementsOf(knowledge.wards().keySet());
  }

  @Test
  void everyKindOfFileAndEveryNameLeadsToAServiceType() {
    Set<String> types =
        new HashSet<>(ReferenceFile.rows("service-types.csv", r -> r.getField("code")));
    ServiceNames names = knowledge.services().forOneReader();

    assertThat(ReferenceFile.rows("service-files.csv", r -> r.getField("service_type")))
        .hasSize(35)
        .allMatch(types::contains);
    assertThat(ReferenceFile.rows("service-names.csv", r -> r.getField("service_type")))
        .allMatch(types::contains);
    assertThat(ReferenceFile.rows("service-types.csv", r -> names.read(r.getField("name"))))
        .allMatch(read -> read.services().size() == 1 && read.unknown().isEmpty());
  }

  @Test
  void noNameMeansTwoServices() {
    ServiceNames names = knowledge.services().forOneReader();

    for (String file :
        new String[] {"service-types.csv", "service-files.csv", "service-names.csv"}) {
      String column = file.equals("service-types.csv") ? "code" : "service_type";
      ReferenceFile.rows(
          file,
          r ->
              assertThat(names.read(r.getField("name")).services())
                  .as(r.getField("name"))
                  .containsExactly(r.getField(column)));
    }
  }
}
