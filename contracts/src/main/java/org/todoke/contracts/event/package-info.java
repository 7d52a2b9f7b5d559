/** The data of each event; the envelope round it is {@code org.todoke.messaging.EventEnvelope}. */
@NullMarked
package org.todoke.contracts.event;

import org.jspecify.annotations.NullMarked;
