@NullMarked
package org.supportpin.domain.check;

import org.jspecify.annotations.NullMarked;
