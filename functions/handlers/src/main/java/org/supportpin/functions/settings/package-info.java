/** What a deployment decides, read once from the environment; docs/settings.md lists it. */
@NullMarked
package org.supportpin.functions.settings;

import org.jspecify.annotations.NullMarked;
