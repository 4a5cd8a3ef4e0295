/** The HTTP edge that all functions share: events in, problems and answers out. */
@NullMarked
package org.supportpin.functions.http;

import org.jspecify.annotations.NullMarked;
