@NullMarked
package org.supportpin.domain.message;

import org.jspecify.annotations.NullMarked;
