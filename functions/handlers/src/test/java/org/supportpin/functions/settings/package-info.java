/** The settings, right and wrong. */
@NullMarked
package org.supportpin.functions.settings;

import org.jspecify.annotations.NullMarked;
