/** The registry of .gr and .ελ, over EPP 1.0 (RFC 5730 to 5733) in HTTPS; docs/connectors/epp.md lists what was tested. */
@NullMarked
package org.supportpin.backoffice.registrar.epp;

import org.jspecify.annotations.NullMarked;
