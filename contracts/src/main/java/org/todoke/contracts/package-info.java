/** The published language: what Todoke's services say to each other and to foreign systems. */
@NullMarked
package org.todoke.contracts;

import org.jspecify.annotations.NullMarked;
