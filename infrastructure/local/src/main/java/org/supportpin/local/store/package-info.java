/** The data folder: what survives a restart. */
@NullMarked
package org.supportpin.local.store;

import org.jspecify.annotations.NullMarked;
