/** The rotation audit's reports as JSON: as they are stored, shown, and handed from step to step. */
@NullMarked
package org.supportpin.functions.report;

import org.jspecify.annotations.NullMarked;
