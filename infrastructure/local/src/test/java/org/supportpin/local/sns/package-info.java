@NullMarked
package org.supportpin.local.sns;

import org.jspecify.annotations.NullMarked;
