/** A real Kafka broker in a JVM of its own. */
@NullMarked
package org.todoke.stack.kafka;

import org.jspecify.annotations.NullMarked;
