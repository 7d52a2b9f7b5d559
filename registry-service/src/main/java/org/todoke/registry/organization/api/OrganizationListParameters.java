package org.todoke.registry.organization.api;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Listing;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;
import org.todoke.registry.organization.OrganizationFilter;

/** The conditions of a list of organisations, as they stand in the query. */
public class OrganizationListParameters {

  @QueryParam("q")
  @Parameter(
      description =
          "The beginning of a code (with or without its scheme), or words of the name or its reading; width, kana and spaces do not matter")
  @Size(max = 100)
  @Nullable String q;

  @QueryParam("kind")
  @Nullable OrganizationKind kind;

  @QueryParam("prefecture")
  @Parameter(description = "Code of the prefecture in which they lie", example = "lg:380008")
  @Nullable OrganizationCode prefecture;

  @QueryParam("municipality")
  @Parameter(description = "Code of the municipality in which they lie", example = "lg:382043")
  @Nullable OrganizationCode municipality;

  @QueryParam("corporation")
  @Parameter(description = "Code of the corporation that runs them")
  @Nullable OrganizationCode corporation;

  @QueryParam("operatesIn")
  @Parameter(
      description =
          "Code of a prefecture or municipality: the corporations that have an establishment there")
  @Nullable OrganizationCode operatesIn;

  @QueryParam("state")
  @Nullable OrganizationState state;

  @QueryParam("service")
  @Parameter(description = "Code of a service type that they offer", example = "78")
  @Size(min = 2, max = 2)
  @Nullable String service;

  @QueryParam("listing")
  @Parameter(description = "Whether the newest official list has them")
  @Nullable Listing listing;

  public OrganizationFilter filter() {
    return new OrganizationFilter(
        q, kind, prefecture, municipality, corporation, operatesIn, null, state, service, listing);
  }
}
