package org.todoke.registry.batch;

import org.todoke.contracts.OrganizationCode;

/**
 * What was done for an item.
 *
 * @param created whether the organisation is new
 * @param version of the organisation afterwards
 */
public record Done(OrganizationCode code, boolean created, int version) {}
