/** A customer's ledger as people read it: the customer and operators. */
@NullMarked
package org.supportpin.functions.history;

import org.jspecify.annotations.NullMarked;
