@NullMarked
package org.supportpin.local.testing;

import org.jspecify.annotations.NullMarked;
