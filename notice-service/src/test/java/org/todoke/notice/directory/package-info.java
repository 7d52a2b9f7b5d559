@NullMarked
package org.todoke.notice.directory;

import org.jspecify.annotations.NullMarked;
