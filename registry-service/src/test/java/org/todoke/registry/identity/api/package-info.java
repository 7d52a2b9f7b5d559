@NullMarked
package org.todoke.registry.identity.api;

import org.jspecify.annotations.NullMarked;
