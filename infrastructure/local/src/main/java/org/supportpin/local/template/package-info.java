/** Reads the routes, functions, tables and environment out of template.yaml. */
@NullMarked
package org.supportpin.local.template;

import org.jspecify.annotations.NullMarked;
