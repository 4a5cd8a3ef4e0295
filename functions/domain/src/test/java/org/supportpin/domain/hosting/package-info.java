@NullMarked
package org.supportpin.domain.hosting;

import org.jspecify.annotations.NullMarked;
