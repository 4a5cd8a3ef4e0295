@NullMarked
package org.supportpin.engine;

import org.jspecify.annotations.NullMarked;
