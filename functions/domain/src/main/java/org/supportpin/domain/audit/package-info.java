/** The rotation audit's rules, which check the stored data and do not trust it. */
@NullMarked
package org.supportpin.domain.audit;

import org.jspecify.annotations.NullMarked;
