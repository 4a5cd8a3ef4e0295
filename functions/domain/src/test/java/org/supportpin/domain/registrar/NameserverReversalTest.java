package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.registrar.Domains.ELENI;
import static org.supportpin.domain.registrar.Domains.ELENI_ID;
import static org.supportpin.domain.registrar.Domains.HOSTED;
import static org.supportpin.domain.registrar.Domains.MARIA_ID;
import static org.supportpin.domain.registrar.Domains.NIKOS;
import static org.supportpin.domain.registrar.Domains.domain;
import static org.supportpin.domain.registrar.Domains.servers;
import static org.supportpin.domain.registrar.Domains.usual;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.ChangeNameservers.IfSilent;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.Signing.DsData;
import org.supportpin.domain.testing.Undone;

/** Takes changes of nameservers back. */
class NameserverReversalTest {

    private static final DomainName NAME = new DomainName("papadopoulou.gr");
    private static final Nameservers LEFT = servers("ns1.allo.gr", "ns2.allo.gr");
    private static final NameserverEdit DONE = new NameserverEdit(NAME, HOSTED, LEFT);

    private final FakeRegistrar registrar = new FakeRegistrar().with(usual().with(LEFT));
    private final FakeDelegation delegation = new FakeDelegation();

    private Reversal<NameserverEdit> reverse(CustomerId customer, NameserverEdit done) {
        return new ChangeNameserversExecutor(registrar, delegation).reverse(customer, done);
    }

    private Reversal<NameserverEdit> reverse() {
        return reverse(MARIA_ID, DONE);
    }

    @Test
    void theEarlierServersComeBackOnceTheyHaveAnswered() {
        var proposal = Undone.proposal(reverse());

        assertThat(proposal.plan()).isEqualTo(new NameserverEdit(NAME, LEFT, HOSTED));
        assertThat(proposal.risk()).isEqualTo(Risk.HIGH);
        assertThat(delegation.asked)
                .containsExactly(HOSTED.servers().stream().map(Nameserver::host).toList());
        assertThat(registrar.calls).isEmpty();
    }

    @Test
    void earlierServersThatHaveDroppedTheZoneAreRefused() {
        delegation.with("ns2.hoster.gr", new Reply.NotAuthoritative());

        assertThat(Undone.rule(reverse())).isEqualTo("nameservers-do-not-answer");
    }

    /** The customer consented to silent nameservers: to those that were asked for, and not to those of before. */
    @Test
    void earlierServersThatFallSilentAfterTheCheckAreRefused() {
        var executor = new ChangeNameserversExecutor(registrar, delegation);
        var asked = new ChangeNameservers(NAME, LEFT, IfSilent.ASK_CUSTOMER);
        var reverse = Undone.plan(reverse());
        delegation.with("ns2.hoster.gr", new Reply.Silent());

        var outcome = executor.execute(new ActionId("abcdefghijklmnopqrstuvwx"), MARIA_ID, asked, reverse);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo("nameservers-do-not-answer"));
        assertThat(registrar.calls).isEmpty();
    }

    /** Between the change and now the domain was signed, and the earlier servers do not have its keys. */
    @Test
    void aSignedDomainStaysGuarded() {
        registrar.with(usual().with(LEFT)
                .with(new Signing(true, List.of(new DsData(60485, 13, 2, "2BB183AF".repeat(8))))));

        assertThat(Undone.rule(reverse())).isEqualTo("domain-signed");
    }

    @Test
    void whatHasChangedSinceIsTold() {
        registrar.with(usual().with(servers("ns1.other.gr", "ns2.other.gr")));

        assertThat(Undone.changes(reverse()))
                .containsExactly(
                        new Difference("papadopoulou.gr NS", "ns1.allo.gr, ns2.allo.gr", "ns1.other.gr, ns2.other.gr"));
        assertThat(delegation.asked).isEmpty();
    }

    @Test
    void theOrderOfServersIsNoDifference() {
        registrar.with(usual().with(servers("ns2.allo.gr", "ns1.allo.gr")));

        assertThat(Undone.plan(reverse()).after()).isEqualTo(HOSTED);
    }

    @Test
    void theRulesOfEveryChangeApply() {
        assertThat(Undone.rule(reverse(ELENI_ID, DONE))).isEqualTo("domain-not-found");
        registrar.with(usual().with(LEFT).with(Status.LOCKED));
        assertThat(Undone.rule(reverse())).isEqualTo("domain-locked");
        registrar.with(domain("papadopoulou.gr", ELENI, NIKOS).with(LEFT));
        assertThat(Undone.rule(reverse())).isEqualTo("caller-not-administrator");
        registrar.forget("papadopoulou.gr");
        assertThat(Undone.rule(reverse())).isEqualTo("domain-not-found");
    }

    @Test
    void nobodyGoesBackToNoNameservers() {
        var first = new NameserverEdit(NAME, new Nameservers(List.of()), LEFT);

        assertThat(Undone.rule(reverse(MARIA_ID, first))).isEqualTo("nameservers-do-not-answer");
    }

    @Test
    void whatChangedNothingHasNothingToUndo() {
        assertThat(Undone.rule(reverse(MARIA_ID, new NameserverEdit(NAME, LEFT, LEFT))))
                .isEqualTo("nothing-to-undo");
    }
}
