/** The history of organisations over HTTP. */
@NullMarked
package org.todoke.registry.history.api;

import org.jspecify.annotations.NullMarked;
