@NullMarked
package org.supportpin.domain.audit;

import org.jspecify.annotations.NullMarked;
