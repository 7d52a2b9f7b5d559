/** Whether what operators say of themselves holds at once or after a registrar has approved it. */
@NullMarked
package org.todoke.registry.approval;

import org.jspecify.annotations.NullMarked;
