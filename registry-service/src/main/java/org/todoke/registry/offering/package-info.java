/** What an establishment offers: each service under a name of its own, with its validity. */
@NullMarked
package org.todoke.registry.offering;

import org.jspecify.annotations.NullMarked;
