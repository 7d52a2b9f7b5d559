/** The page that a person sees first. */
@NullMarked
package org.todoke.gateway.status;

import org.jspecify.annotations.NullMarked;
