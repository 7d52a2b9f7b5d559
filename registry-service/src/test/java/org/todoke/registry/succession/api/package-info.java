/** Tests of mergers, divisions and reopenings over HTTP. */
@NullMarked
package org.todoke.registry.succession.api;

import org.jspecify.annotations.NullMarked;
