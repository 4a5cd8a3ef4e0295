/** The service's clock, which can be moved forward. */
@NullMarked
package org.supportpin.local.clock;

import org.jspecify.annotations.NullMarked;
