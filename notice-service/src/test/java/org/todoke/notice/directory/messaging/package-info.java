@NullMarked
package org.todoke.notice.directory.messaging;

import org.jspecify.annotations.NullMarked;
