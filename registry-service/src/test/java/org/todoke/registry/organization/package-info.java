@NullMarked
package org.todoke.registry.organization;

import org.jspecify.annotations.NullMarked;
