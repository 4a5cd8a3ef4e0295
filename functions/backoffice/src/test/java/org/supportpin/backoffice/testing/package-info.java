/** What the tests of connectors stand on: a server that misbehaves on request, and the ways in which every connector must take it. */
@NullMarked
package org.supportpin.backoffice.testing;

import org.jspecify.annotations.NullMarked;
