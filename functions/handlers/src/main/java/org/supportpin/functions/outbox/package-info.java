/** Delivers waiting notices on a schedule. */
@NullMarked
package org.supportpin.functions.outbox;

import org.jspecify.annotations.NullMarked;
