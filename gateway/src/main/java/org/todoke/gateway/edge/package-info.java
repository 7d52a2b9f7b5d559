/** What is done with every request and answer, whatever it is about. */
@NullMarked
package org.todoke.gateway.edge;

import org.jspecify.annotations.NullMarked;
