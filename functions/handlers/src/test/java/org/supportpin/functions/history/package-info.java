@NullMarked
package org.supportpin.functions.history;

import org.jspecify.annotations.NullMarked;
