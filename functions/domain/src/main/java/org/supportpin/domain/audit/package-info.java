/** The rules of watch, rotation audit and sweep, which check the stored data and do not trust it. */
@NullMarked
package org.supportpin.domain.audit;

import org.jspecify.annotations.NullMarked;
