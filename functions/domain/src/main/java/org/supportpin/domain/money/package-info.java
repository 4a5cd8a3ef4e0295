/** Amounts of money. */
@NullMarked
package org.supportpin.domain.money;

import org.jspecify.annotations.NullMarked;
