/** Which names belong to one organisation, and which organisations may be one. */
@NullMarked
package org.todoke.registry.identity;

import org.jspecify.annotations.NullMarked;
