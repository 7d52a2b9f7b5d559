@NullMarked
package org.todoke.notice.question;

import org.jspecify.annotations.NullMarked;
