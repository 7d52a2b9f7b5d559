package org.todoke.notice.authoring;

import java.util.Map;
import org.todoke.contracts.OrganizationKind;

/**
 * The resolved audience of a notice.
 *
 * @param addressed how many per tier
 * @param hash SHA-256 over the codes in order, one a line
 */
record FrozenAudience(Map<OrganizationKind, Integer> addressed, String hash) {}
