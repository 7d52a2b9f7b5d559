/** What the registry begins with: the official lists, and where wished the invented sample. */
@NullMarked
package org.todoke.registry.reference;

import org.jspecify.annotations.NullMarked;
