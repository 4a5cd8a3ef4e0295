@NullMarked
package org.supportpin.domain.billing;

import org.jspecify.annotations.NullMarked;
