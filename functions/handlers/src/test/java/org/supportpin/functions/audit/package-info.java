@NullMarked
package org.supportpin.functions.audit;

import org.jspecify.annotations.NullMarked;
