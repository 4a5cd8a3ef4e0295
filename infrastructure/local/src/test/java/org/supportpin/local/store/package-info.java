@NullMarked
package org.supportpin.local.store;

import org.jspecify.annotations.NullMarked;
