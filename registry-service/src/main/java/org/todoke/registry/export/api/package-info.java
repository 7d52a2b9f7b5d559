/** Lists of organisations as files, over HTTP. */
@NullMarked
package org.todoke.registry.export.api;

import org.jspecify.annotations.NullMarked;
