/** Starts the local stack from an unpacked zip. */
@NullMarked
package org.supportpin.demo;

import org.jspecify.annotations.NullMarked;
