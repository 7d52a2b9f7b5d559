/** Departments of local governments as addressees: what they are called and in charge of. */
@NullMarked
package org.todoke.registry.department;

import org.jspecify.annotations.NullMarked;
