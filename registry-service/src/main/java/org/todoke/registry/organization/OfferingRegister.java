package org.todoke.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.offering.Offering;
import org.todoke.registry.offering.OfferingDetails;
import org.todoke.registry.offering.Offerings;
import org.todoke.web.Etags;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Keeps what is known of each service of an establishment. A service that begins or ends is a
 * change of the establishment, too.
 */
@ApplicationScoped
public class OfferingRegister {

  private final Offerings offerings;
  private final RegistrarAccess access;
  private final ServiceTypes serviceTypes;
  private final Journal journal;

  OfferingRegister(
      Offerings offerings, RegistrarAccess access, ServiceTypes serviceTypes, Journal journal) {
    this.offerings = offerings;
    this.access = access;
    this.serviceTypes = serviceTypes;
    this.journal = journal;
  }

  /**
   * Says what is true of a service, which begins if the establishment did not offer it.
   *
   * @param effectiveOn the first day on which it is so; null for today
   * @param ifMatch the version of the establishment that the caller read
   */
  @Transactional
  public OrganizationView set(
      OrganizationCode code,
      String service,
      OfferingDetails details,
      @Nullable LocalDate effectiveOn,
      @Nullable String ifMatch) {
    Organization establishment = lockEstablishment(code, ifMatch);
    if (!serviceTypes.codes().contains(service)) {
      throw Refusal.invalid(Violation.at("path:service", "service-type.unknown", service));
    }
    Attributes before = establishment.attributes();
    Optional<Offering> present = offerings.current(code, service);
    boolean offered = before.services().contains(service);
    if (offered && present.filter(o -> o.details().equals(details)).isPresent()) {
      return access.view(establishment);
    }
    if (offered) {
      LocalDate since = access.notInFuture("/effectiveOn", effectiveOn);
      present.ifPresent(o -> requireNoEarlier("/effectiveOn", since, o.validFrom()));
      establishment.changedInside();
      offerings.set(
          code,
          service,
          details,
          SearchKey.of(details.name(), details.nameKana()),
          journal.entry(since));
      journal.tellChanged(establishment, since);
    } else {
      LocalDate since = access.firstDay("/effectiveOn", code, effectiveOn);
      offerings.set(
          code,
          service,
          details,
          SearchKey.of(details.name(), details.nameKana()),
          journal.entry(since));
      establishment.change(
          before.withServices(
              Stream.concat(before.services().stream(), Stream.of(service)).toList()));
      journal.recordAndTell(establishment, EventType.ORGANIZATION_CHANGED, since);
    }
    return access.view(establishment);
  }

  /**
   * Ends a service; what is not offered is left as it is.
   *
   * @param lastDay on which it is offered; null for today
   * @param ifMatch the version of the establishment that the caller read
   */
  @Transactional
  public OrganizationView end(
      OrganizationCode code,
      String service,
      @Nullable LocalDate lastDay,
      @Nullable String ifMatch) {
    Organization establishment = lockEstablishment(code, ifMatch);
    Attributes before = establishment.attributes();
    if (!before.services().contains(service)) {
      return access.view(establishment);
    }
    LocalDate gone = access.notInFuture("/lastDay", lastDay).plusDays(1);
    access.requireAfterLastChange("/lastDay", code, gone);
    offerings
        .current(code, service)
        .ifPresent(o -> requireNoEarlier("/lastDay", gone, o.validFrom()));
    List<String> others =
        before.services().stream().filter(other -> !other.equals(service)).toList();
    establishment.change(before.withServices(others));
    journal.recordAndTell(establishment, EventType.ORGANIZATION_CHANGED, gone);
    return access.view(establishment);
  }

  private Organization lockEstablishment(OrganizationCode code, @Nullable String ifMatch) {
    Organization establishment = access.lockForChange(code);
    Etags.require(ifMatch, establishment.version());
    if (establishment.kind() != OrganizationKind.ESTABLISHMENT) {
      throw Refusal.invalid(
          Violation.at(
              "path:code", "organization.attribute-not-for-kind", establishment.kind().wireName()));
    }
    if (!establishment.isActive()) {
      throw Refusal.conflict("organization.closed", code);
    }
    return establishment;
  }

  private static void requireNoEarlier(String pointer, LocalDate since, LocalDate trueSince) {
    if (since.isBefore(trueSince)) {
      throw Refusal.invalid(Violation.at(pointer, "organization.before-last-change", trueSince));
    }
  }
}
