/** How many establishments there are, by place and service. */
@NullMarked
package org.todoke.registry.counts;

import org.jspecify.annotations.NullMarked;
