package org.supportpin.domain.registrar;

import java.util.List;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.mail.MailHosts;
import org.supportpin.domain.name.DomainName;

/**
 * Asks the DNS: nameservers what they answer for a domain, whether or not the registry names them ({@code nameservers.ask} of the back
 * office), and resolvers where a domain's mail goes ({@code mail.hosts}).
 */
public interface DelegationProbe extends MailHosts {

    /**
     * Asks each server at its addresses: at its glue, or else at those that its host name has. It takes two seconds at most for all
     * of them together, and never longer than the work at hand may.
     *
     * @return one for each server, in their order. That a server does not answer is an answer too
     * @throws BackOfficeUnavailable if no time is left to ask
     */
    List<ProbedNameserver> ask(DomainName zone, List<Nameserver> servers);
}
