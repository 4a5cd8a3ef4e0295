/** Scheduled: brings actions whose outcome nobody knows to their end. */
@NullMarked
package org.supportpin.functions.recovery;

import org.jspecify.annotations.NullMarked;
