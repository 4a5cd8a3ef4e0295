/** Hosting packages: {@code hosting.…} of the back office, and the rules about them. */
@NullMarked
package org.supportpin.domain.hosting;

import org.jspecify.annotations.NullMarked;
