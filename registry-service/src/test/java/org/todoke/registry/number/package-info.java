@NullMarked
package org.todoke.registry.number;

import org.jspecify.annotations.NullMarked;
