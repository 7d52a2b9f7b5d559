/**
 * The suite on one machine: real PostgreSQL, real Kafka, a token issuer and the four services, each
 * a process of its own.
 */
@NullMarked
package org.todoke.stack;

import org.jspecify.annotations.NullMarked;
