/** A customer's ledger as a story: the calls, and what came of each. */
@NullMarked
package org.supportpin.domain.history;

import org.jspecify.annotations.NullMarked;
