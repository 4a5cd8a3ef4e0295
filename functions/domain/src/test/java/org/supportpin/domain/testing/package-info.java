@NullMarked
package org.supportpin.domain.testing;

import org.jspecify.annotations.NullMarked;
