/** The service's clock, which people and tests may move forward. */
@NullMarked
package org.supportpin.local.clock;

import org.jspecify.annotations.NullMarked;
