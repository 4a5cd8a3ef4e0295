/** The local DynamoDB engine: dynoxide, fetched with npm and run as a child process. Also what the build has Node.js do. */
@NullMarked
package org.supportpin.engine;

import org.jspecify.annotations.NullMarked;
