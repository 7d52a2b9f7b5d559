@NullMarked
package org.todoke.registry.reference;

import org.jspecify.annotations.NullMarked;
