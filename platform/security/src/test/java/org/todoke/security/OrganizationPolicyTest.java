package org.todoke.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.OrganizationCode;

class OrganizationPolicyTest {

  private final OrganizationPolicy policy = new OrganizationPolicy();

  @Test
  void tokenOfAnOrganizationPasses() {
    assertThat(check(identity(Map.of("org", "lg:382043"))).isPermitted()).isTrue();
  }

  @Test
  void nobodyIsAskedWhoTheyAre() {
    SecurityIdentity nobody = QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    assertThatThrownBy(() -> check(nobody)).isInstanceOf(UnauthorizedException.class);
  }

  @Test
  void tokenOfNobodysOrganizationIsForbidden() {
    assertThatThrownBy(() -> check(identity(Map.of()))).isInstanceOf(OrganizationMissing.class);
    assertThatThrownBy(() -> check(identity(Map.of("org", "八幡浜市"))))
        .isInstanceOf(OrganizationMissing.class);
    assertThatThrownBy(() -> check(identity(Map.of("org", 382043))))
        .isInstanceOf(OrganizationMissing.class);
  }

  @Test
  void identityWithoutATokenIsForbidden() {
    SecurityIdentity other =
        QuarkusSecurityIdentity.builder().setPrincipal(() -> "somebody").build();

    assertThatThrownBy(() -> check(other)).isInstanceOf(OrganizationMissing.class);
  }

  @Test
  void actorIsWhatTheTokenSays() {
    Actor actor = ActorClaims.read(identity(Map.of("org", "lg:382043"))).orElseThrow();

    assertThat(actor)
        .isEqualTo(
            new Actor(OrganizationCode.of("lg:382043"), Set.of("forwarder"), "subject-of-token"));
    assertThat(actor.has("forwarder")).isTrue();
    assertThat(actor.has("admin")).isFalse();
  }

  private HttpSecurityPolicy.CheckResult check(SecurityIdentity identity) {
    return policy
        .checkPermission(null, Uni.createFrom().item(identity), null)
        .await()
        .indefinitely();
  }

  private static SecurityIdentity identity(Map<String, Object> claims) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new Token(claims))
        .addRole("forwarder")
        .build();
  }

  private record Token(Map<String, Object> claims) implements JsonWebToken {

    @Override
    public String getName() {
      return "name";
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getClaim(String claimName) {
      return (T) (claimName.equals("sub") ? "subject-of-token" : claims.get(claimName));
    }
  }
}
