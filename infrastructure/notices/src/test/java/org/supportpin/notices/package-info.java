@NullMarked
package org.supportpin.notices;

import org.jspecify.annotations.NullMarked;
