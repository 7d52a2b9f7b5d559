@NullMarked
package org.todoke.registry.erasure;

import org.jspecify.annotations.NullMarked;
