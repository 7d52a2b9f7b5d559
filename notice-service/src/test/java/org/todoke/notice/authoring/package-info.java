@NullMarked
package org.todoke.notice.authoring;

import org.jspecify.annotations.NullMarked;
