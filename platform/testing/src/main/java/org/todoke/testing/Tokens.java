package org.todoke.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Bearer tokens of the shared issuer, good ones and each kind of bad one. */
public final class Tokens {

  static final String ISSUER = "todoke";
  private static final String AUDIENCE = "todoke";

  private Tokens() {}

  /** A good token: of an organisation (its public code) in the given roles. */
  public static String of(String organization, String... roles) {
    return sign(claims(roles).claim("org", organization), issuerKey());
  }

  /** Says everything right and is signed by somebody else under the issuer's key id. */
  public static String forged(String organization, String... roles) {
    try {
      RSAKey other = new RSAKeyGenerator(2048).keyID(ISSUER).generate();
      return sign(claims(roles).claim("org", organization), other);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Was good until an hour ago. */
  public static String expired(String organization, String... roles) {
    Instant now = now();
    return sign(
        claims(roles)
            .claim("org", organization)
            .issueTime(Date.from(now.minus(Duration.ofHours(2))))
            .notBeforeTime(Date.from(now.minus(Duration.ofHours(2))))
            .expirationTime(Date.from(now.minus(Duration.ofHours(1)))),
        issuerKey());
  }

  /** Good for another system. */
  public static String forAnotherAudience(String organization, String... roles) {
    return sign(claims(roles).claim("org", organization).audience("another-system"), issuerKey());
  }

  /** Good, but of nobody's organisation. */
  public static String withoutOrganization(String... roles) {
    return sign(claims(roles), issuerKey());
  }

  /** Good, but with something in the claim {@code org} that is no code. */
  public static String withOrganizationClaim(Object org, String... roles) {
    return sign(claims(roles).claim("org", org), issuerKey());
  }

  private static JWTClaimsSet.Builder claims(String... roles) {
    Instant now = now();
    return new JWTClaimsSet.Builder()
        .issuer(TodokeEnvironment.issuerUrl())
        .subject("test-user")
        .audience(AUDIENCE)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now.minusSeconds(5)))
        .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
        .claim("roles", List.of(roles));
  }

  /** The machine's own time: the libraries that judge a token ask no injected clock. */
  private static Instant now() {
    return Instant.now();
  }

  private static RSAKey issuerKey() {
    try {
      return RSAKey.parse(TodokeEnvironment.issuerKey());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    var token = new SignedJWT(header, claims.build());
    try {
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
