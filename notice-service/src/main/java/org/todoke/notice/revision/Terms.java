package org.todoke.notice.revision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.CarriedAnswer;
import org.todoke.contracts.OrganizationCode;

/**
 * On which terms a later version takes over from a former one.
 *
 * @param issuer who leads both
 * @param acknowledgements whether it still counts who has said that somebody deals with it
 * @param forwardings whether those who passed the former on have nothing more to pass on
 * @param answer what becomes of answers; null where either version asks for none
 * @param dueOn the date of the later version
 * @param formerDueOn that of the former: what is earlier was set by somebody on the way
 */
public record Terms(
    UUID notice,
    UUID former,
    OrganizationCode issuer,
    boolean acknowledgements,
    boolean forwardings,
    @Nullable CarriedAnswer answer,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate formerDueOn,
    @Nullable UUID checklist) {}
