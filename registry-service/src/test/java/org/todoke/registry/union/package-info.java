@NullMarked
package org.todoke.registry.union;

import org.jspecify.annotations.NullMarked;
