/** A small service that the tests look at from outside. */
@NullMarked
package org.todoke.messaging.app;

import org.jspecify.annotations.NullMarked;
