/** Hosting packages: {@code hosting.…} of the back office, and the rules over them. */
@NullMarked
package org.supportpin.domain.hosting;

import org.jspecify.annotations.NullMarked;
