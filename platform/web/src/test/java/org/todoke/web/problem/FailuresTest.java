package org.todoke.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.todoke.security.OrganizationMissing;
import org.todoke.web.Refusal;

class FailuresTest {

  static List<Arguments> known() {
    return List.of(
        Arguments.of(Refusal.notFound("notice.unknown"), 404, "notice.unknown"),
        Arguments.of(new UnauthorizedException(), 401, "actor.unauthenticated"),
        Arguments.of(new AuthenticationFailedException(), 401, "actor.token-refused"),
        Arguments.of(new ForbiddenException(), 403, "actor.forbidden"),
        Arguments.of(new OrganizationMissing(), 403, "actor.organization-missing"),
        Arguments.of(new OptimisticLockException(), 412, "request.stale"),
        Arguments.of(new RejectedExecutionException(), 503, "service.unavailable"),
        Arguments.of(new OIDCException("away"), 503, "service.unavailable"),
        Arguments.of(new NullPointerException(), 500, "internal"));
  }

  @ParameterizedTest
  @MethodSource("known")
  void whatIsThrownIsRecognised(Throwable thrown, int status, String code) {
    assertThat(Failures.of(thrown)).isEqualTo(failure(status, code));
    assertThat(Failures.of(new IllegalStateException("around it", thrown)))
        .isEqualTo(failure(status, code));
  }

  @ParameterizedTest
  @CsvSource({
    "08006, 503, service.unavailable",
    "08001, 503, service.unavailable",
    "57P01, 503, service.unavailable",
    "57P03, 503, service.unavailable",
    "53300, 503, service.unavailable",
    "40P01, 503, request.contended",
    "40001, 503, request.contended",
    "55P03, 503, request.contended",
    "23505, 409, request.conflict",
    "22021, 400, request.malformed",
    "23503, 500, internal",
    "42501, 500, internal",
    "42601, 500, internal"
  })
  void databaseIsUnderstoodByItsStates(String state, int status, String code) {
    Failure failure = Failures.of(new SQLException("no matter", state));

    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.retryAfterSeconds() != null).isEqualTo(status == 503);
  }

  /** Agroal's words, which come without a state. */
  @Test
  void poolThatLendsNothingIsTemporary() {
    String deadAtBegin = "Exception in association of connection to existing transaction";
    List<SQLException> pool =
        List.of(
            new SQLException("Sorry, acquisition timeout!"),
            new SQLException("This pool is closed and does not handle any more connections!"),
            new SQLException(deadAtBegin, new SystemException("broken pipe")));

    assertThat(pool)
        .allSatisfy(
            thrown ->
                assertThat(Failures.of(new IllegalStateException(thrown)))
                    .isEqualTo(failure(503, "service.unavailable")));
    assertThat(Failures.of(new SQLException("something else")).status()).isEqualTo(500);
  }

  @Test
  void reasonIsFoundWhereverItIsKept() {
    RollbackException suppressing = new RollbackException("commit failed");
    suppressing.addSuppressed(new OptimisticLockException());
    BatchUpdateException batch = new BatchUpdateException();
    batch.setNextException(new SQLException("no matter", "23505"));

    assertThat(Failures.of(suppressing).code()).isEqualTo("request.stale");
    assertThat(Failures.of(batch).code()).isEqualTo("request.conflict");
  }

  @Test
  void nearestReasonCounts() {
    Throwable thrown = Refusal.conflict("forwarding.already-forwarded");
    thrown.initCause(new SQLException("no matter", "23505"));

    assertThat(Failures.of(thrown).code()).isEqualTo("forwarding.already-forwarded");
  }

  @Test
  void circleOfCausesComesToAnEnd() {
    IllegalStateException one = new IllegalStateException();
    IllegalStateException other = new IllegalStateException(one);
    one.initCause(other);

    assertThat(Failures.of(one).code()).isEqualTo("internal");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 400, request.malformed",
    "404, 404, request.no-such-path",
    "415, 415, request.media-type",
    "418, 418, request.refused",
    "302, 500, internal",
    "500, 500, internal",
    "502, 500, internal",
    "503, 503, service.unavailable"
  })
  void frameworkIsUnderstoodByItsStatus(int thrown, int status, String code) {
    Failure failure = Failures.ofStatus(thrown);

    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.code()).isEqualTo(code);
  }

  @Test
  void reasonInsideOfTheFrameworksExceptionGoesBeforeItsStatus() {
    assertThat(
            Failures.of(new WebApplicationException(Refusal.conflict("request.conflict"), 404))
                .code())
        .isEqualTo("request.conflict");
    assertThat(Failures.of(new WebApplicationException(404)).code())
        .isEqualTo("request.no-such-path");
  }

  private static Failure failure(int status, String code) {
    return status == 503
        ? Failure.unavailable(code, Failures.RETRY_AFTER_SECONDS)
        : Failure.of(status, code);
  }
}
