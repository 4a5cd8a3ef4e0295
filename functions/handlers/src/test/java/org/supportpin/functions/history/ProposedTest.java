package org.supportpin.functions.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.identity.Language;

/** What is decided about is called by its name. */
class ProposedTest {

    @ParameterizedTest
    @CsvSource({
        "RECALL_GR_DOMAIN, nea.gr, Θα γίνει: ανάκληση του nea.gr., To be done: recall of nea.gr.",
        "RECALL_GR_DOMAIN, xn--xxabhm1c.gr, Θα γίνει: ανάκληση του νόμος.gr., To be done: recall of νόμος.gr.",
        "CHANGE_NAMESERVERS, nea.gr NS, Θα γίνει: αλλαγή nameservers του nea.gr., To be done: nameserver change of nea.gr.",
        "RENEW_SERVICE, svc-1 nea.gr, Θα γίνει: ανανέωση της υπηρεσίας nea.gr., To be done: renewal of the service nea.gr.",
        "RENEW_SERVICE, svc-1, Θα γίνει: ανανέωση της υπηρεσίας svc-1., To be done: renewal of the service svc-1.",
        "UPGRADE_SERVICE, svc-1 nea.gr, Θα γίνει: αναβάθμιση της υπηρεσίας nea.gr., To be done: upgrade of the service nea.gr.",
        "SEND_ORDER_DETAILS, ord-1 nea.gr, Θα γίνει: αποστολή στοιχείων της παραγγελίας ord-1., To be done: sending of the details of order ord-1.",
        "CHANGE_DNS_RECORDS, www.nea.gr A, Θα γίνει: αλλαγή εγγραφής DNS του www.nea.gr., To be done: DNS record change of www.nea.gr.",
        "CHANGE_HOSTING_SETTINGS, nea.gr PHP memory_limit, Θα γίνει: αλλαγή ρυθμίσεων στο πακέτο nea.gr., To be done: settings change of the package nea.gr.",
        "APPLY_MICRO_FIX, nea.gr restart-php, Θα γίνει: μικρή διόρθωση στο πακέτο nea.gr., To be done: small fix on the package nea.gr.",
        "CHANGE_DOMAIN_ADMINISTRATOR, nea.gr administrator, Θα γίνει: αλλαγή διαχειριστή του nea.gr., To be done: change of administrator of nea.gr."
    })
    void whatIsAboutOneThingNamesIt(ActionName action, String what, String greek, String english) {
        var summary = Summary.proposed(action, List.of(what));

        assertThat(summary.greek()).isEqualTo(greek);
        assertThat(summary.english()).isEqualTo(english);
        assertThat(Language.further())
                .allSatisfy(language -> assertThat(summary.further(language)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void withoutItTheActionIsNamed(ActionName action) {
        assertThat(Summary.proposed(action, List.of()).greek())
                .startsWith("Θα γίνει: ")
                .endsWith(".");
    }

    /** The running call tells what came of it. */
    @ParameterizedTest
    @CsvSource({
        "RENEW_SERVICE, Παραγγέλθηκε: ανανέωση υπηρεσίας., Ordered: service renewal.",
        "ORDER_SERVICE, Έγινε: παραγγελία υπηρεσίας., Placed: service order.",
        "UPGRADE_SERVICE, Παραγγέλθηκε: αναβάθμιση υπηρεσίας., Ordered: service upgrade.",
        "RECALL_GR_DOMAIN, Ολοκληρώθηκε: ανάκληση ονόματος .gr., Done: recall of a .gr domain."
    })
    void whatIsOrderedIsNotToldAsDone(ActionName action, String greek, String english) {
        var summary = Summary.of(action, ActionStatus.SUCCEEDED);

        assertThat(summary.greek()).isEqualTo(greek);
        assertThat(summary.english()).isEqualTo(english);
    }

    /** One of several would stand for all. */
    @ParameterizedTest
    @CsvSource({"CHANGE_DNS_RECORDS, www.nea.gr A", "CHANGE_HOSTING_SETTINGS, www.nea.gr A"})
    void whatIsAboutSeveralThingsNamesNone(ActionName action, String first) {
        assertThat(Summary.proposed(action, List.of(first, "mail.nea.gr A")))
                .isEqualTo(Summary.proposed(action, List.of()));
    }

    /** A line has 200 characters, and a name has up to 253. */
    @Test
    void aNameThatDoesNotFitIsLeftOut() {
        var label = "a".repeat(60);

        assertThat(Summary.proposed(
                        ActionName.RECALL_GR_DOMAIN, List.of(label + "." + label + "." + label + "." + label + ".gr")))
                .isEqualTo(Summary.proposed(ActionName.RECALL_GR_DOMAIN, List.of()));
    }
}
