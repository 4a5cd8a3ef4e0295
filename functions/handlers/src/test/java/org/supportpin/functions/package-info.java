@NullMarked
package org.supportpin.functions;

import org.jspecify.annotations.NullMarked;
