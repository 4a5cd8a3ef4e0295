package org.supportpin.backoffice.billing.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.domain.billing.BankReference;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.billing.Invoice;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.testing.BillingContract;

class WhmcsContractTest extends BillingContract {

    private final WhmcsServer whmcs = Whmcs.fill(new WhmcsServer("secret"));
    private final StubServer server = StubServer.start().does(whmcs::answer);
    private final Billing billing = new WhmcsBilling(
            Whmcs.settings(server.endpoint(), new SecretReference("/support-pin/whmcs")),
            _ -> new Secret("secret"),
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10)));

    @AfterEach
    void nothingElseWasAsked() {
        server.close();
        assertThat(whmcs.faults()).isEmpty();
    }

    @Override
    protected Billing billing() {
        return billing;
    }

    @Override
    protected Product product() {
        return Whmcs.BASIC;
    }

    @Override
    protected Product better() {
        return Whmcs.PRO;
    }

    @Override
    protected Service service() {
        return new Service(
                Whmcs.FIRST,
                Whmcs.MARIA,
                Whmcs.BASIC.id(),
                BillingCycle.ANNUALLY,
                Service.Status.ACTIVE,
                Whmcs.DUE,
                Whmcs.NAME,
                null,
                null);
    }

    @Override
    protected Order order() {
        return new Order(
                new OrderId("400"),
                Whmcs.MARIA,
                new OrderSubject.OfService(
                        OrderSubject.Purpose.NEW,
                        new LocalizedText("Hosting - Basic", "Hosting - Basic"),
                        BillingCycle.SEMIANNUALLY,
                        Whmcs.NAME),
                false,
                new Invoice(
                        new InvoiceId("900"),
                        Money.euros("44.64"),
                        BankReference.of("907531000000000000900"),
                        WhmcsServer.TODAY.plusDays(7)),
                new Contact(
                        "Μαρία Παπαδοπούλου",
                        EmailAddress.parse("client1001@example.gr").orThrow(),
                        Language.GREEK));
    }

    @Override
    protected CustomerId somebodyElse() {
        return Whmcs.OTHER;
    }

    @Override
    protected LocalDate today() {
        return WhmcsServer.TODAY;
    }
}
