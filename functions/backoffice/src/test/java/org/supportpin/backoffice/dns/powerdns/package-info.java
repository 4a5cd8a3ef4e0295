/** PowerDNS, the real one and one that fails on request. */
@NullMarked
package org.supportpin.backoffice.dns.powerdns;

import org.jspecify.annotations.NullMarked;
