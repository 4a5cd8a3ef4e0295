package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.billing.Shop.ACCOUNT;
import static org.supportpin.domain.billing.Shop.BASIC;
import static org.supportpin.domain.billing.Shop.contact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.billing.OrderSubject.Purpose;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.name.DomainName;

class OrderDetailsMailTest {

    private static Order domainOrder(Purpose purpose) {
        return Shop.order(
                new OrderSubject.OfDomain(
                        purpose,
                        DomainName.parse("νόμος.gr").orThrow(),
                        BillingCycle.BIENNIALLY,
                        contact("owner@example.gr", Language.GREEK)),
                contact("maria@example.gr", Language.ENGLISH));
    }

    @Test
    void anUnknownLanguageGetsBothGreekFirst() {
        var mail = OrderDetailsMail.of(Shop.order(), ACCOUNT);

        assertThat(mail.subject())
                .isEqualTo("Στοιχεία πληρωμής της παραγγελίας ord-1 / How to pay for order ord-1")
                .doesNotContain("\n");
        assertThat(mail.text().indexOf("Κωδικός πληρωμής RF"))
                .isBetween(0, mail.text().indexOf("Payment reference"));
    }

    @Test
    void aKnownLanguageGetsThatAlone() {
        var english = OrderDetailsMail.of(
                Shop.order(Shop.order().what(), contact("maria@example.gr", Language.ENGLISH)), ACCOUNT);
        var greek = OrderDetailsMail.of(domainOrder(Purpose.NEW), ACCOUNT);

        assertThat(english.subject() + english.text()).doesNotContainPattern("Ποσό|Στοιχεία");
        assertThat(greek.subject() + greek.text()).doesNotContainPattern("Amount|order ");
    }

    /** A further language is a file's, down to date and amount. */
    @Test
    void aGermanRecipientReadsGerman() {
        var german = contact("maria@example.gr", Language.of("de").orElseThrow());
        var mail = OrderDetailsMail.of(Shop.order(Shop.order().what(), german), ACCOUNT);

        assertThat(mail.subject()).isEqualTo("So bezahlen Sie die Bestellung ord-1");
        assertThat(mail.text())
                .startsWith("Hier sind die Angaben zu Ihrer Bestellung, wie telefonisch gewünscht:\n")
                .contains(
                        "Bestellung: ord-1\n",
                        "Für: Hosting hosting-basic, papadopoulou.gr, 1 Jahr\n",
                        "Betrag: 1.036,00 € (inkl. MwSt.)\n",
                        "Zahlbar bis: 29. November 2026\n")
                .doesNotContain("---");
    }

    @Test
    void itHasAllThatATransferNeeds() {
        var lines = OrderDetailsMail.of(Shop.order(), ACCOUNT).text().lines().toList();

        assertThat(lines)
                .contains(
                        "Παραγγελία: ord-1",
                        "Αφορά: Φιλοξενία hosting-basic, papadopoulou.gr, 1 έτος",
                        "Ποσό: 1036,00 € (με ΦΠΑ)",
                        "Πληρωμή έως: 29/11/2026",
                        "Δικαιούχος: Hoster A.E.",
                        "IBAN: GR16 0110 1250 0000 0001 2300 695",
                        "Κωδικός πληρωμής RF: "
                                + Shop.order().invoice().reference().printed())
                .contains(
                        "Order: ord-1",
                        "For: Hosting hosting-basic, papadopoulou.gr, 1 year",
                        "Amount: €1036.00 (VAT included)",
                        "Pay by: 29 November 2026",
                        "Account holder: Hoster A.E.",
                        "Payment reference: "
                                + Shop.order().invoice().reference().printed());
    }

    @Test
    void aDomainNamesDetailsGoToItsOwner() {
        assertThat(OrderDetailsMail.of(domainOrder(Purpose.NEW), ACCOUNT).to().address())
                .isEqualTo("owner@example.gr");
        assertThat(OrderDetailsMail.of(Shop.order(), ACCOUNT).to().address()).isEqualTo("maria@example.gr");
    }

    @Test
    void aDomainNameIsWrittenAsPeopleWriteIt() {
        assertThat(OrderDetailsMail.of(domainOrder(Purpose.NEW), ACCOUNT).text())
                .contains("Αφορά: καταχώριση του ονόματος χώρου νόμος.gr, 2 έτη");
        assertThat(OrderDetailsMail.of(domainOrder(Purpose.RENEWAL), ACCOUNT).text())
                .contains("Αφορά: ανανέωση του ονόματος χώρου νόμος.gr, 2 έτη");
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void itDistinguishesRenewalsUpgradesAndNewServices(Purpose purpose) {
        var order = Shop.order(
                new OrderSubject.OfService(purpose, BASIC.name(), BillingCycle.ANNUALLY, null),
                contact("maria@example.gr", Language.ENGLISH));

        assertThat(OrderDetailsMail.of(order, ACCOUNT).text())
                .contains(
                        switch (purpose) {
                            case NEW -> "For: Hosting hosting-basic, 1 year";
                            case RENEWAL -> "For: renewal: Hosting hosting-basic, 1 year";
                            case UPGRADE -> "For: upgrade: Hosting hosting-basic, 1 year";
                        });
    }

    @Test
    void itsFingerprintChangesWithRecipientAndText() {
        var mail = OrderDetailsMail.of(Shop.order(), ACCOUNT);
        var toAnother =
                OrderDetailsMail.of(Shop.order(Shop.order().what(), contact("mario@example.gr", null)), ACCOUNT);
        var otherAccount = OrderDetailsMail.of(Shop.order(), new BankAccount("Other A.E.", ACCOUNT.iban()));

        assertThat(OrderDetailsMail.fingerprint(mail))
                .isEqualTo(OrderDetailsMail.fingerprint(OrderDetailsMail.of(Shop.order(), ACCOUNT)))
                .isNotEqualTo(OrderDetailsMail.fingerprint(toAnother))
                .isNotEqualTo(OrderDetailsMail.fingerprint(otherAccount));
    }

    @Test
    void noPersonalDatumPrintsItself() {
        assertThat(Shop.order().toString()).doesNotContain("maria@", "Παπαδοπούλου");
    }
}
