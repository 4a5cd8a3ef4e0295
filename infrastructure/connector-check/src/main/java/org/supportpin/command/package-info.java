/** What the commands that look at a system have in common: options, and a report. */
@NullMarked
package org.supportpin.command;

import org.jspecify.annotations.NullMarked;
