@NullMarked
package org.supportpin.functions.record;

import org.jspecify.annotations.NullMarked;
