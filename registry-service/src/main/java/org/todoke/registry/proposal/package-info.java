/** What corporations and establishments propose to change about themselves. */
@NullMarked
package org.todoke.registry.proposal;

import org.jspecify.annotations.NullMarked;
