/** Zones of the PowerDNS Authoritative Server, over its HTTP API. */
@NullMarked
package org.supportpin.backoffice.dns.powerdns;

import org.jspecify.annotations.NullMarked;
