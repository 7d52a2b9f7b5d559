package org.todoke.benchmarks.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.todoke.stack.identity.Issuer;

/**
 * Signs with the key of the stack's small issuer what that issuer would sign, for organisations
 * that have no login in the demonstration. A signature takes most of a millisecond, so tokens are
 * made before anything is measured and kept.
 */
public final class TokenMint {

  private static final Duration GOOD_FOR = Duration.ofHours(12);

  private final JWSSigner signer;
  private final JWSHeader header;
  private final String issuer;
  private final Map<String, String> kept = new ConcurrentHashMap<>();

  /**
   * @param key of the issuer, as it keeps it
   * @param issuer its URL
   */
  public TokenMint(String key, String issuer) {
    try {
      RSAKey parsed = RSAKey.parse(key);
      signer = new RSASSASigner(parsed);
      header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID(parsed.getKeyID())
              .type(JOSEObjectType.JWT)
              .build();
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException("the issuer's key cannot be used", e);
    }
    this.issuer = issuer;
  }

  /** For the one who deals with notices in this organisation; always the same one. */
  public String of(String organization) {
    return kept.computeIfAbsent(organization, code -> sign(code, "bench"));
  }

  /** For somebody else there: requests are counted by person. */
  public String of(String organization, String person) {
    return kept.computeIfAbsent(
        organization + ' ' + person, key -> sign(organization, "bench-" + person));
  }

  /** Makes those that are not there yet, with all cores. */
  public void prepare(Collection<String> organizations) {
    organizations.parallelStream().forEach(this::of);
  }

  private String sign(String organization, String subject) {
    Instant now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(subject)
            .audience(Issuer.AUDIENCE)
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now.minusSeconds(10)))
            .expirationTime(Date.from(now.plus(GOOD_FOR)))
            .claim("org", organization)
            .claim("roles", roles(organization))
            .claim("name", "ベンチマーク")
            .build();
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  /** What somebody of such an organisation needs, and no more. */
  static List<String> roles(String organization) {
    return switch (organization.substring(0, 2)) {
      case "go" -> List.of("issuer");
      case "kj" -> List.of("responder");
      default -> List.of("forwarder", "responder");
    };
  }
}
