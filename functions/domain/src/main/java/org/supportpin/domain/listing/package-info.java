/** Lists of a customer's things, as far as a system gives them. */
@NullMarked
package org.supportpin.domain.listing;

import org.jspecify.annotations.NullMarked;
