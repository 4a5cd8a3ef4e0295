@NullMarked
package org.supportpin.domain.dns;

import org.jspecify.annotations.NullMarked;
