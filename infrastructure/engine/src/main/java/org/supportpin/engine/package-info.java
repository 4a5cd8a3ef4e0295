/** The local DynamoDB engine: dynoxide, fetched with npm and run as a child process. */
@NullMarked
package org.supportpin.engine;

import org.jspecify.annotations.NullMarked;
