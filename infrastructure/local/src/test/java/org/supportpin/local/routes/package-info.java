@NullMarked
package org.supportpin.local.routes;

import org.jspecify.annotations.NullMarked;
