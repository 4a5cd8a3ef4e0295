/** The clients of the token service: the settings that name them, and how each proves that it is one. */
@NullMarked
package org.supportpin.functions.client;

import org.jspecify.annotations.NullMarked;
