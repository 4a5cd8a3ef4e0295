@NullMarked
package org.supportpin.functions.currentpin;

import org.jspecify.annotations.NullMarked;
