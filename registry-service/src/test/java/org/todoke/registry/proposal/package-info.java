@NullMarked
package org.todoke.registry.proposal;

import org.jspecify.annotations.NullMarked;
