/** What a caller is told when the gateway itself refuses or fails. */
@NullMarked
package org.todoke.gateway.problem;

import org.jspecify.annotations.NullMarked;
