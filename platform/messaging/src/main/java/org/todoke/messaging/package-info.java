/** Events out of a transaction and into one: outbox, relay, inbox, CloudEvents envelope. */
@NullMarked
package org.todoke.messaging;

import org.jspecify.annotations.NullMarked;
