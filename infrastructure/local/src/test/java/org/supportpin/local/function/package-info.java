@NullMarked
package org.supportpin.local.function;

import org.jspecify.annotations.NullMarked;
