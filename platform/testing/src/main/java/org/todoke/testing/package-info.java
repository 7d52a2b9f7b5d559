/** What tests share: real PostgreSQL, Kafka and token issuer, probes that wait, and rules. */
@NullMarked
package org.todoke.testing;

import org.jspecify.annotations.NullMarked;
