/** What the rotation audit looks for: rules over what lies in the store, which they do not trust. */
@NullMarked
package org.supportpin.domain.audit;

import org.jspecify.annotations.NullMarked;
