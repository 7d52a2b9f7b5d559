package org.todoke.registry.organization;

import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Listing;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;

/**
 * Which organisations a list is to hold; what is null does not restrict it.
 *
 * @param question beginning of a code, or words of a name or its reading; blank is none
 * @param prefecture in which they lie (a corporation: in which its head office is)
 * @param municipality as {@code prefecture}
 * @param corporation that runs them
 * @param operatesIn prefecture or municipality in which a corporation has an establishment
 * @param parent directly above them in the jurisdiction line
 * @param service code of a service type that they offer
 * @param listing where they stand in the official lists
 */
public record OrganizationFilter(
    @Nullable String question,
    @Nullable OrganizationKind kind,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable OrganizationCode corporation,
    @Nullable OrganizationCode operatesIn,
    @Nullable OrganizationCode parent,
    @Nullable OrganizationState state,
    @Nullable String service,
    @Nullable Listing listing) {

  /** The next ones below it in the jurisdiction line. */
  static OrganizationFilter childrenInJurisdictionOf(
      Organization organization, @Nullable OrganizationState state) {
    OrganizationCode code = organization.code();
    return switch (organization.kind()) {
      case MUNICIPALITY ->
          new OrganizationFilter(
              null,
              OrganizationKind.ESTABLISHMENT,
              null,
              code,
              null,
              null,
              null,
              state,
              null,
              null);
      case MINISTRY, DIVISION, PREFECTURE, UNION, ASSOCIATION, CORPORATION, ESTABLISHMENT ->
          new OrganizationFilter(null, null, null, null, null, null, code, state, null, null);
    };
  }

  /** The establishments that a corporation runs. */
  static OrganizationFilter childrenOfOperator(
      Organization organization, @Nullable OrganizationState state) {
    return new OrganizationFilter(
        null, null, null, null, organization.code(), null, null, state, null, null);
  }
}
