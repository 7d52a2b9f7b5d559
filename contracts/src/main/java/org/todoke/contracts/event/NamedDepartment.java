package org.todoke.contracts.event;

/**
 * What {@link OrganizationSnapshot} tells of one department of a local government.
 *
 * @param duty what it is in charge of; see {@link org.todoke.contracts.DepartmentDuty}
 * @param name as papers are addressed to it
 */
public record NamedDepartment(String duty, String name) {}
