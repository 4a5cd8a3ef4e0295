@NullMarked
package org.supportpin.local.sample;

import org.jspecify.annotations.NullMarked;
