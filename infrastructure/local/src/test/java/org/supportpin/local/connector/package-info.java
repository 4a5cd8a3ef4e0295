/** Real systems behind the local stack. */
@NullMarked
package org.supportpin.local.connector;

import org.jspecify.annotations.NullMarked;
