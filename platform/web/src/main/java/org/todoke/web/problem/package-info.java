/** How a refusal or a failure becomes an answer. */
@NullMarked
package org.todoke.web.problem;

import org.jspecify.annotations.NullMarked;
