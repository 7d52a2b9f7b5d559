@NullMarked
package org.todoke.web.parameter;

import org.jspecify.annotations.NullMarked;
