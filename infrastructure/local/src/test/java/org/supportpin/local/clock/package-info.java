@NullMarked
package org.supportpin.local.clock;

import org.jspecify.annotations.NullMarked;
