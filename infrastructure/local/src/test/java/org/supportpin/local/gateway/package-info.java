@NullMarked
package org.supportpin.local.gateway;

import org.jspecify.annotations.NullMarked;
