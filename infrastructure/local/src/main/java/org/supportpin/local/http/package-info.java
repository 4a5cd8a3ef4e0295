/** A small HTTP server on the loopback address. */
@NullMarked
package org.supportpin.local.http;

import org.jspecify.annotations.NullMarked;
