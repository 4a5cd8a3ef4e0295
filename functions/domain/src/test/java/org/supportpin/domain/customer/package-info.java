@NullMarked
package org.supportpin.domain.customer;

import org.jspecify.annotations.NullMarked;
