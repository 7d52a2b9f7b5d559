@NullMarked
package org.todoke.security;

import org.jspecify.annotations.NullMarked;
