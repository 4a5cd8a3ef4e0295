@NullMarked
package org.supportpin.functions.event;

import org.jspecify.annotations.NullMarked;
