package org.todoke.registry.counts.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.counts.CountQuestion;
import org.todoke.registry.counts.CountQuestion.By;
import org.todoke.registry.counts.CountView;
import org.todoke.registry.counts.EstablishmentCounts;
import org.todoke.security.Role;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;

/** How many active establishments there are. */
@Path("/v1/organizations/counts")
@Tag(name = "Organizations")
@Produces(MediaType.APPLICATION_JSON)
class CountsResource {

  private final EstablishmentCounts counts;

  CountsResource(EstablishmentCounts counts) {
    this.counts = counts;
  }

  @GET
  @RolesAllowed({
    Role.ISSUER,
    Role.FORWARDER,
    Role.RESPONDER,
    Role.REGISTRAR,
    Role.AUDITOR,
    Role.INTEGRATOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "countEstablishments",
      summary = "Active establishments by prefecture, municipality and service")
  @APIResponse(
      responseCode = "200",
      description = "In the order of the codes by which they are counted; zeroes are left out")
  @APIResponse(responseCode = "422", description = "Nothing says by what to count")
  public Page<CountView> count(
      @QueryParam("by")
          @Parameter(
              required = true,
              description =
                  "By what they are counted apart, with commas between several: municipality,service")
          @NotEmpty
          @Separator(",")
          Set<By> by,
      @QueryParam("prefecture")
          @Parameter(description = "Only those that lie there", example = "lg:380008")
          @Nullable OrganizationCode prefecture,
      @QueryParam("municipality") @Parameter(description = "Only those that lie there")
          @Nullable OrganizationCode municipality,
      @QueryParam("service")
          @Parameter(description = "Only those that offer this service type")
          @Size(min = 2, max = 2)
          @Nullable String service,
      @BeanParam @Valid PageRequest page) {
    return counts.count(new CountQuestion(by, prefecture, municipality, service), page);
  }
}
