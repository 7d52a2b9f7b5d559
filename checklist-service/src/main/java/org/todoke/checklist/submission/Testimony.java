package org.todoke.checklist.submission;

import java.time.Instant;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.SubmissionOrigin;

/**
 * Who says so, how and when.
 *
 * @param by the organisation that entered it
 * @param channel how the answer came to whoever entered it; the inbox for one's own
 * @param at when it was answered, which decides whether it was on time; not when it was entered
 */
record Testimony(SubmissionOrigin origin, OrganizationCode by, Channel channel, Instant at) {}
