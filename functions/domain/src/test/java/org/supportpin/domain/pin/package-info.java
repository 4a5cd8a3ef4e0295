@NullMarked
package org.supportpin.domain.pin;

import org.jspecify.annotations.NullMarked;
