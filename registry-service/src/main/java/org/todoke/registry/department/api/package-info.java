/** Departments over HTTP. */
@NullMarked
package org.todoke.registry.department.api;

import org.jspecify.annotations.NullMarked;
