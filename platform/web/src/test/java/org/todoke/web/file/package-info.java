/** Tests of lists of organisations as files. */
@NullMarked
package org.todoke.web.file;

import org.jspecify.annotations.NullMarked;
