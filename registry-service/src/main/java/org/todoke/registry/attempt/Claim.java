package org.todoke.registry.attempt;

import java.util.UUID;
import org.todoke.contracts.OrganizationCode;

/**
 * An attempt that this instance has taken for a while.
 *
 * @param tries with this one; also what tells this claim from a later one
 */
record Claim(
    UUID id,
    int tries,
    OrganizationCode organization,
    OrganizationCode sender,
    UUID contact,
    Message message) {}
