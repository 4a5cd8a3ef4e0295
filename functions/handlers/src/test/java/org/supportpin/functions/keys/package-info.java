@NullMarked
package org.supportpin.functions.keys;

import org.jspecify.annotations.NullMarked;
