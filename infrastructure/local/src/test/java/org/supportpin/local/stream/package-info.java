/** Deliveries of streams. */
@NullMarked
package org.supportpin.local.stream;

import org.jspecify.annotations.NullMarked;
