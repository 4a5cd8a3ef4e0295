@NullMarked
package org.supportpin.domain.registrar;

import org.jspecify.annotations.NullMarked;
