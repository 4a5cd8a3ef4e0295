@NullMarked
package org.supportpin.functions.snapshot;

import org.jspecify.annotations.NullMarked;
