package org.todoke.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;
import org.todoke.registry.RegistryTest;

/** However common a word is thought to be, the same organisations have it. */
@QuarkusTest
class CommonnessTest extends RegistryTest {

  private static final List<String> QUESTIONS =
      List.of("市", "架空", "会", "でい", "ケア", "ー", "38", "八幡", "株式会社", "の", "町 津", "lg:38");

  @Inject OrganizationRepository organizations;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answerDoesNotDependOnHowItIsFound(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 25; i++) {
      OrganizationFilter filter = filter(random);
      String after = random.nextInt(3) == 0 ? oneOf(random, "cn:5", "kj:3870", "lg:2") : null;
      int rows = 1 + random.nextInt(60);
      List<String> expected = codes(filter, after, rows, new Commonness(false, false));

      for (Commonness other :
          List.of(
              new Commonness(true, false),
              new Commonness(false, true),
              new Commonness(true, true))) {
        assertThat(codes(filter, after, rows, other))
            .as("%s after %s with %s", filter, after, other)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void questionsOfTheTestFindSomething() {
    for (String question : QUESTIONS) {
      OrganizationFilter filter =
          new OrganizationFilter(question, null, null, null, null, null, null, null, null, null);
      assertThat(codes(filter, null, 5, new Commonness(false, false))).as(question).isNotEmpty();
    }
  }

  @Test
  void sampleStandsForAHundredTimesAsMany() {
    assertThat(Commonness.ofSample(19, 20)).isEqualTo(new Commonness(false, true));
    assertThat(Commonness.ofSample(0, 0)).isEqualTo(new Commonness(false, false));
  }

  private List<String> codes(
      OrganizationFilter filter, @Nullable String after, int rows, Commonness commonness) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                organizations.list(filter, after, rows, commonness).stream()
                    .map(organization -> organization.code().value())
                    .toList());
  }

  private static OrganizationFilter filter(Random random) {
    List<@Nullable OrganizationKind> kinds = new ArrayList<>(List.of(OrganizationKind.values()));
    kinds.add(null);
    kinds.add(null);
    return new OrganizationFilter(
        QUESTIONS.get(random.nextInt(QUESTIONS.size())),
        kinds.get(random.nextInt(kinds.size())),
        maybe(random, EHIME),
        maybe(random, YAWATAHAMA),
        maybe(random, MINATO),
        maybe(random, IKATA),
        maybe(random, EHIME),
        random.nextInt(4) == 0 ? OrganizationState.ACTIVE : null,
        random.nextInt(5) == 0 ? "15" : null,
        null);
  }

  private static @Nullable OrganizationCode maybe(Random random, String code) {
    return random.nextInt(6) == 0 ? OrganizationCode.of(code) : null;
  }

  private static String oneOf(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
