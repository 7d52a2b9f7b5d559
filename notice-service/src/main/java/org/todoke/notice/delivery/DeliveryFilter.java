package org.todoke.notice.delivery;

import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationKind;

/**
 * Which of the deliveries a list is to show.
 *
 * @param state by its name in the API
 * @param after the organisation after which the page begins
 */
public record DeliveryFilter(
    @Nullable OrganizationKind tier, @Nullable String state, @Nullable String after, int limit) {}
