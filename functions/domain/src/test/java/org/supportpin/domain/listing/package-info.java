@NullMarked
package org.supportpin.domain.listing;

import org.jspecify.annotations.NullMarked;
