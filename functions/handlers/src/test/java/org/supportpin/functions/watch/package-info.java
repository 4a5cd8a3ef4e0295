@NullMarked
package org.supportpin.functions.watch;

import org.jspecify.annotations.NullMarked;
