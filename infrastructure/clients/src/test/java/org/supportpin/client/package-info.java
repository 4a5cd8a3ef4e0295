@NullMarked
package org.supportpin.client;

import org.jspecify.annotations.NullMarked;
