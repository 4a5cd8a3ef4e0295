package org.supportpin.domain.registrar;

import java.util.Set;

/**
 * What a server answers for a zone. Addresses are in canonical spelling, and names in lower case without the trailing dot.
 *
 * @param apex the addresses of the zone's own name
 * @param www those of {@code www} below it; or, for an alias or a delegation to another zone, the name that it leads to
 * @param mail the hosts of its MX records; none if it has none
 * @param keys its keys, only those that sign their own set (RFC 4035 §5.2); none if the zone is not signed
 */
public record ServedZone(Set<String> apex, Set<String> www, Set<MailHost> mail, Set<ZoneKey> keys) {

    public ServedZone {
        apex = Set.copyOf(apex);
        www = Set.copyOf(www);
        mail = Set.copyOf(mail);
        keys = Set.copyOf(keys);
    }

    /**
     * A host that takes the domain's mail.
     *
     * @param host empty for the null MX: the domain takes none (RFC 7505)
     * @param isInZone whether this server must know its addresses
     * @param addresses as this server gives them; none for a host in another zone
     */
    public record MailHost(String host, boolean isInZone, Set<String> addresses) {

        public MailHost {
            addresses = Set.copyOf(addresses);
        }

        boolean takesMail() {
            return !host.isEmpty() && (!isInZone || !addresses.isEmpty());
        }
    }

    boolean takesMail() {
        return mail.stream().anyMatch(MailHost::takesMail);
    }
}
