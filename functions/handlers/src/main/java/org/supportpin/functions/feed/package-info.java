/** Tells other systems what happens, from the table's stream. */
@NullMarked
package org.supportpin.functions.feed;

import org.jspecify.annotations.NullMarked;
