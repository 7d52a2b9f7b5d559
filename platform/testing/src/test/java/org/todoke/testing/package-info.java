@NullMarked
package org.todoke.testing;

import org.jspecify.annotations.NullMarked;
