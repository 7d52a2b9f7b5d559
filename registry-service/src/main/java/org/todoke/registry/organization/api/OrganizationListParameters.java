package org.todoke.registry.organization.api;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.OrganizationFilter;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/** The conditions of a list of organisations, as they stand in the query. */
public class OrganizationListParameters {

  static final String KINDS =
      "ministry, division, prefecture, municipality, association, corporation, establishment";
  static final String STATES = "active, closed";

  @QueryParam("q")
  @Parameter(
      description =
          "The beginning of a code (with or without its scheme), or words of the name or its reading; width, kana and spaces do not matter")
  @Size(min = 1, max = 100)
  @Nullable String q;

  @QueryParam("kind")
  @Parameter(description = "One of " + KINDS)
  @Nullable String kind;

  @QueryParam("prefecture")
  @Parameter(description = "Code of the prefecture in which they lie", example = "lg:380008")
  @Nullable String prefecture;

  @QueryParam("municipality")
  @Parameter(description = "Code of the municipality in which they lie", example = "lg:382043")
  @Nullable String municipality;

  @QueryParam("corporation")
  @Parameter(description = "Code of the corporation that runs them")
  @Nullable String corporation;

  @QueryParam("operatesIn")
  @Parameter(
      description =
          "Code of a prefecture or municipality: the corporations that have an establishment there")
  @Nullable String operatesIn;

  @QueryParam("state")
  @Parameter(description = "One of " + STATES)
  @Nullable String state;

  OrganizationFilter filter() {
    List<Violation> violations = new ArrayList<>();
    OrganizationFilter filter =
        new OrganizationFilter(
            q,
            QueryValues.kind("kind", kind, violations),
            code("prefecture", prefecture, violations),
            code("municipality", municipality, violations),
            code("corporation", corporation, violations),
            code("operatesIn", operatesIn, violations),
            null,
            QueryValues.state("state", state, violations));
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return filter;
  }

  private static @Nullable OrganizationCode code(
      String name, @Nullable String value, List<Violation> violations) {
    return QueryValues.code(name, value, violations);
  }
}
