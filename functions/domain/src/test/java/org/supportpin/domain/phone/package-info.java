@NullMarked
package org.supportpin.domain.phone;

import org.jspecify.annotations.NullMarked;
