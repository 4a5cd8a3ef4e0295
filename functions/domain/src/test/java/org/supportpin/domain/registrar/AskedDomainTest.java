package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.registrar.Domains.ELENI_ID;
import static org.supportpin.domain.registrar.Domains.MARIA;
import static org.supportpin.domain.registrar.Domains.MARIA_ID;
import static org.supportpin.domain.registrar.Domains.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/** The registry gives all forms of a Greek .gr name to one holder, and people type any of them. */
class AskedDomainTest {

    private final FakeRegistrar registrar = new FakeRegistrar().with(domain("νόμος.gr", MARIA, MARIA));

    private static DomainName name(String text) {
        return DomainName.parse(text).orThrow();
    }

    private static Refusal refusal(Verdict<?> verdict) {
        return verdict instanceof Verdict.Refused<?>(var refusal)
                ? refusal
                : new Refusal("accepted", "Accepted.", "Δεκτό.");
    }

    private Refusal refusal(CustomerId customer, String asked) {
        return refusal(AskedDomain.of(registrar, customer, name(asked)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"νομος.gr", "νομοσ.gr", "νομός.gr"})
    void aNameInAnotherFormIsToldAsItIsRegistered(String asked) {
        var refusal = refusal(MARIA_ID, asked);

        assertThat(refusal.rule()).isEqualTo("domain-not-found");
        assertThat(refusal.detail()).contains("registered as νόμος.gr");
        assertThat(refusal.greek()).contains("κατοχυρωμένο ως νόμος.gr");
    }

    @Test
    void asItIsRegisteredItIsFound() {
        assertThat(refusal(MARIA_ID, "νόμος.gr").rule()).isEqualTo("accepted");
    }

    @Test
    void anotherCustomersIsToldToNobodyElse() {
        assertThat(refusal(ELENI_ID, "νομος.gr")).isEqualTo(DomainRules.domainNotFound());
        assertThat(refusal(ELENI_ID, "νόμος.gr")).isEqualTo(DomainRules.domainNotFound());
    }

    @Test
    void eachActionOnADomainTellsIt() {
        var asked = name("νομος.gr");
        var clock = Clock.fixed(Domains.SUBMITTED.plus(Duration.ofHours(1)), ZoneOffset.UTC);

        assertThat(Stream.of(
                        new ChangeNameserversExecutor(registrar, new FakeDelegation())
                                .plan(
                                        MARIA_ID,
                                        new ChangeNameservers(asked, Domains.servers("ns1.allo.gr", "ns2.allo.gr"))),
                        new RecallGrDomainExecutor(registrar, clock).plan(MARIA_ID, new RecallGrDomain(asked)),
                        new ChangeDomainAdministratorExecutor(registrar)
                                .plan(
                                        MARIA_ID,
                                        new ChangeDomainAdministrator(
                                                asked, new NewAdministrator.Listed(Domains.GIORGOS.id())))))
                .extracting(AskedDomainTest::refusal)
                .containsOnly(DomainRules.registeredAs(name("νόμος.gr")));
    }
}
