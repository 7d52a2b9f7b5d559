@NullMarked
package org.todoke.notice;

import org.jspecify.annotations.NullMarked;
