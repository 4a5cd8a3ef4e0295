@NullMarked
package org.supportpin.domain.history;

import org.jspecify.annotations.NullMarked;
