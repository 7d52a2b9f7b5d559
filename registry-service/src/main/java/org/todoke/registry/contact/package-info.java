/** How organisations are reached; shown to them and to those above them, never published. */
@NullMarked
package org.todoke.registry.contact;

import org.jspecify.annotations.NullMarked;
