package org.supportpin.backoffice.billing.whmcs;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.billing.whmcs.Answers.Page;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/** WHMCS's answers for lists, as far as they are needed; see {@link Answers}. */
final class ListAnswers {

    private static final int LONGEST_NAME = 120;

    /** Domains that are no longer the client's. */
    private static final Set<String> GONE = Set.of("Cancelled", "Fraud", "Transferred Away");

    private ListAnswers() {}

    /**
     * An order in a list.
     *
     * @param amount null if it is none
     */
    record Order(
            Answers.Order order, boolean paid, @Nullable BigDecimal amount) {}

    /** A domain in {@code GetClientsDomains}. */
    record Domain(long client, DomainName name, String status) {

        boolean isGone() {
            return GONE.contains(status);
        }
    }

    /** A client's name and language; empty if WHMCS has no name. */
    static final Read<Optional<AccountHolder>> HOLDER = Read.object(fields -> {
        var client = fields.takingOthers().required("client", Read.<Optional<AccountHolder>>object(inside -> {
            var id = inside.takingOthers().required("id", Scalars.ID);
            var name = inside.optional("fullname", Answers.TEXT);
            var company = inside.optional("companyname", Answers.TEXT);
            var language = inside.optional("language", Answers.TEXT);
            return inside.make(() -> line(name.orElse(""))
                    .or(() -> line(company.orElse("")))
                    .map(known -> new AccountHolder(
                            new CustomerId(Long.toString(id.get())), known, Answers.language(language.orElse("")))));
        }));
        return fields.make(client::get);
    });

    private static Optional<String> line(String name) {
        return Text.line(name, 1, LONGEST_NAME).asOptional();
    }

    static final Read<Page<Order>> ORDERS = Answers.page("orders", "order", json -> {
        var payment = Read.<Order>object(fields -> {
            var status = fields.takingOthers().optional("paymentstatus", Answers.TEXT);
            var amount = fields.optional("amount", Scalars.maybe(Scalars.DUE));
            return fields.then(() -> Answers.ORDER
                    .from(json)
                    .map(order -> new Order(
                            order,
                            status.orElse("").equals("Paid"),
                            amount.orElse(Optional.empty()).orElse(null))));
        });
        return payment.from(json);
    });

    static final Read<Page<Domain>> DOMAINS = Answers.page("domains", "domain", Read.object(fields -> {
        var client = fields.takingOthers().required("userid", Scalars.ID);
        var name = fields.required("domainname", Read.text(DomainName::parse));
        var status = fields.optional("status", Answers.TEXT);
        return fields.make(() -> new Domain(client.get(), name.get(), status.orElse("")));
    }));
}
