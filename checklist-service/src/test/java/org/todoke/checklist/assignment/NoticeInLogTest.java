package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Org;
import org.todoke.checklist.ServiceTest;
import org.todoke.contracts.OrganizationCode;
import org.todoke.security.Actor;
import org.todoke.security.Role;
import org.todoke.security.SystemScope;

@QuarkusTest
class NoticeInLogTest extends ServiceTest {

  @Inject Assignments assignments;

  @AfterEach
  void forget() {
    MDC.remove("noticeId");
  }

  @Test
  void linesOfARequestNameTheNoticeOnceItsAssignmentIsFound() throws Exception {
    UUID id = Cascade.assigned();
    Actor home = new Actor(OrganizationCode.of(Org.HOME), Set.of(Role.RESPONDER), "somebody");

    UUID notice =
        SystemScope.call(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(() -> assignments.visible(id, home).noticeId()));

    assertThat(MDC.get("noticeId")).isEqualTo(notice.toString());
  }
}
