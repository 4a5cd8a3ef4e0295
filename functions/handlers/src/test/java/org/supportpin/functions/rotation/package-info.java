@NullMarked
package org.supportpin.functions.rotation;

import org.jspecify.annotations.NullMarked;
