@NullMarked
package org.supportpin.domain.signing;

import org.jspecify.annotations.NullMarked;
