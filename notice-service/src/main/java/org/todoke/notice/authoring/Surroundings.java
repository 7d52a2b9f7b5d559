package org.todoke.notice.authoring;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.place.Place;

/**
 * What the rules have to know beyond the input itself.
 *
 * @param places the organisations that the input names, as far as the directory knows them
 * @param checklists those of the named ones that are published
 * @param readable those of the named notices that are issued and that the author may read
 * @param own those of them that the author leads
 * @param confidential those of them that are confidential
 * @param serviceTypes those of the named ones that somebody offers
 * @param inJurisdiction the added organisations that lie in the author's jurisdiction
 */
record Surroundings(
    Map<OrganizationCode, Place> places,
    Set<UUID> checklists,
    Set<UUID> readable,
    Map<UUID, OwnNotice> own,
    Set<UUID> confidential,
    Set<String> serviceTypes,
    Set<OrganizationCode> inJurisdiction) {}
