/** Lists as files for spreadsheets: CSV in an encoding that its reader has asked for. */
@NullMarked
package org.todoke.web.file;

import org.jspecify.annotations.NullMarked;
