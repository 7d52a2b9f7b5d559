@NullMarked
package org.todoke.registry.erasure.api;

import org.jspecify.annotations.NullMarked;
