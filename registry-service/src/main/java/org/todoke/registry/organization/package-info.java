/** Organisations: what they are, where they stand in both lines, and who may change them. */
@NullMarked
package org.todoke.registry.organization;

import org.jspecify.annotations.NullMarked;
