/** Notices and their attachments over HTTP. */
@NullMarked
package org.todoke.notice.authoring.api;

import org.jspecify.annotations.NullMarked;
