@NullMarked
package org.todoke.web.problem;

import org.jspecify.annotations.NullMarked;
