/** Attempts, driven by the arrivals that notice-service tells of. */
@NullMarked
package org.todoke.registry.attempt.messaging;

import org.jspecify.annotations.NullMarked;
