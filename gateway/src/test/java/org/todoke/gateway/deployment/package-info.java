/** Holds what is deployed with containers against what the code says. */
@NullMarked
package org.todoke.gateway.deployment;

import org.jspecify.annotations.NullMarked;
