package org.todoke.registry.contact.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.registry.contact.ContactDetails;

/** What callers send about a contact. */
@Schema(name = "ContactRequest")
record ContactRequest(
    @Schema(description = "email, fax, telephone, post or api") @NotNull Channel channel,
    @Schema(
            description =
                "The address or number; width and dashes do not matter. Of an api, an https address of a named host; the registry never asks it")
        @NotBlank
        @Size(max = 254)
        String value,
    @Schema(description = "Who there is meant, in words") @Nullable @Size(min = 1, max = 100)
        String department,
    @Schema(description = "A department of the organisation that the registry knows")
        @Nullable UUID departmentId) {

  ContactDetails details() {
    return new ContactDetails(channel, value, department, departmentId);
  }

  /** Without the value: whatever is printed may end in a log. */
  @Override
  public String toString() {
    return "ContactRequest[channel=" + channel + "]";
  }
}
