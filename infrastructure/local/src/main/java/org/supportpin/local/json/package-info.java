/** The one JSON mapper of the local stack, and how it says what is wrong with a request. */
@NullMarked
package org.supportpin.local.json;

import org.jspecify.annotations.NullMarked;
