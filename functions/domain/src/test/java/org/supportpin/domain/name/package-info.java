@NullMarked
package org.supportpin.domain.name;

import org.jspecify.annotations.NullMarked;
