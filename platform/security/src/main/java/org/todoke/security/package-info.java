/** Who is asking, and what the database may show to them. */
@NullMarked
package org.todoke.security;

import org.jspecify.annotations.NullMarked;
