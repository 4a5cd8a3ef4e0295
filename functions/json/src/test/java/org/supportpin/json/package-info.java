@NullMarked
package org.supportpin.json;

import org.jspecify.annotations.NullMarked;
