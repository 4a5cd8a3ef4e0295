/** Domain names at the registry: {@code registrar.…} of the back office, and the rules over them. */
@NullMarked
package org.supportpin.domain.registrar;

import org.jspecify.annotations.NullMarked;
