/** Settings, read once from the environment (docs/settings.md). */
@NullMarked
package org.supportpin.functions.settings;

import org.jspecify.annotations.NullMarked;
