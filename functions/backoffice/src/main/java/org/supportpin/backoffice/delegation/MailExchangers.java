package org.supportpin.backoffice.delegation;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DnsName;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The hosts on which a domain's mail depends, by the answer of a resolver. */
record MailExchangers(Resolvers resolvers) {

    /**
     * The targets of its MX records, and those of the aliases on the way to them, since whoever has one of those has the mail; without MX,
     * the domain itself.
     *
     * @return empty if the domain takes no mail, or has a host whose name cannot be read
     * @throws IOException if no resolver answers
     */
    Optional<Set<DnsName>> of(Name domain) throws IOException {
        var answer = resolvers.ask(domain, Type.MX);
        if (answer.getRcode() == Rcode.NXDOMAIN) {
            return Optional.empty();
        }
        var hosts = new HashSet<DnsName>();
        for (var target : targets(answer, domain)) {
            if (!(DnsName.inZone(target.toString(true)) instanceof Checked.Valid<DnsName>(var host))) {
                return Optional.empty();
            }
            hosts.add(host);
        }
        return Optional.of(hosts);
    }

    private static Set<Name> targets(Message answer, Name domain) {
        var targets = new HashSet<Name>();
        var hasExchangers = false;
        for (Record each : answer.getSection(Section.ANSWER)) {
            switch (each) {
                case MXRecord exchanger -> {
                    hasExchangers = true;
                    targets.add(exchanger.getTarget());
                }
                case CNAMERecord alias -> targets.add(alias.getTarget());
                default -> {
                    // Nothing that mail goes by.
                }
            }
        }
        if (!hasExchangers) {
            targets.add(domain);
        }
        return targets;
    }
}
