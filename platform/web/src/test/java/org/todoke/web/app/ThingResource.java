package org.todoke.web.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;
import org.todoke.security.Role;
import org.todoke.web.Etags;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.body.OptionalBody;

/** Takes things in every way that the suite's services take them. */
@Path("/v1/things")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.REGISTRAR)
public class ThingResource {

  @POST
  public Thing echo(@Valid @NotNull Thing thing) {
    return thing;
  }

  @POST
  @Path("optional")
  public Map<String, Boolean> optional(@Valid @OptionalBody @Nullable Thing thing) {
    return Map.of("given", thing != null);
  }

  @POST
  @Path("raw")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Map<String, Long> raw(InputStream body) throws IOException {
    return Map.of("bytes", body.transferTo(OutputStream.nullOutputStream()));
  }

  @GET
  public Page<Integer> list(@BeanParam @Valid PageRequest page) {
    Integer after = page.after(Integer::valueOf);
    int first = after == null ? 1 : after + 1;
    List<Integer> rows = IntStream.rangeClosed(first, 5).limit(page.rowsToRead()).boxed().toList();
    return Page.of(rows, page.limit(), String::valueOf);
  }

  @GET
  @Path("by/{code}/{id}")
  public Map<String, String> parameters(
      @PathParam("code") OrganizationCode code,
      @PathParam("id") UUID id,
      @QueryParam("usage") @Nullable Usage usage,
      @QueryParam("usages") List<Usage> usages,
      @QueryParam("on") @Nullable LocalDate on,
      @QueryParam("count") @Nullable Integer count,
      @QueryParam("text") @Size(max = 5) @Nullable String text,
      @HeaderParam("X-Kind") @Pattern(regexp = "[a-z]+") @Nullable String kind) {
    return Map.of(
        "code",
        code.value(),
        "usage",
        String.valueOf(usage),
        "usages",
        String.valueOf(usages),
        "on",
        String.valueOf(on));
  }

  @PUT
  @Path("versioned")
  public Response change(@HeaderParam("If-Match") @Nullable String ifMatch) {
    Etags.require(ifMatch, 7);
    return Response.noContent().tag(Etags.of(8)).build();
  }
}
