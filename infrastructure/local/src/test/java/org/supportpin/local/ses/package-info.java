@NullMarked
package org.supportpin.local.ses;

import org.jspecify.annotations.NullMarked;
