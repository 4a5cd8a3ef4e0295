/** The routes that only the local stack has. */
@NullMarked
package org.supportpin.local.routes;

import org.jspecify.annotations.NullMarked;
