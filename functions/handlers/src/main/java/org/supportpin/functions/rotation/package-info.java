/** The rotation audit, scheduled: it goes through the table, part by part, and reports. */
@NullMarked
package org.supportpin.functions.rotation;

import org.jspecify.annotations.NullMarked;
