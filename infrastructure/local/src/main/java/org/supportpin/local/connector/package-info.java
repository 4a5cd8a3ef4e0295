/** Real systems behind the local stack's actions, instead of the simulated ones. */
@NullMarked
package org.supportpin.local.connector;

import org.jspecify.annotations.NullMarked;
