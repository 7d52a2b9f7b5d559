/** A small service that stands on the platform, to see the platform at work. */
@NullMarked
package org.todoke.web.app;

import org.jspecify.annotations.NullMarked;
