package org.todoke.registry.organization;

import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * As much of an organisation as the rules about another one need. Read under a lock that keeps it
 * from being closed before the other one is stored.
 */
record KnownOrganization(
    OrganizationCode code,
    OrganizationKind kind,
    @Nullable OrganizationCode prefecture,
    boolean active) {}
