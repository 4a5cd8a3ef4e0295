package org.supportpin.backoffice.billing.whmcs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.name.DomainName;

/**
 * The requests that are ever made of WHMCS. No other action, no domain order, and no price, discount or payment method but the
 * configured one has a form here.
 */
sealed interface Call {

    /** How many records WHMCS is asked for at a time. */
    int PAGE = 100;

    /**
     * The request, without what proves the caller.
     *
     * @param paymentMethod the configured one, for whatever takes one
     */
    Form form(String paymentMethod);

    /** {@code GetProducts}. */
    record GetProduct(long id) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return Form.of("GetProducts").put("pid", id);
        }
    }

    /** {@code GetClientsProducts}, of one service. */
    record GetService(long id) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return Form.of("GetClientsProducts").put("serviceid", id);
        }
    }

    /** {@code GetClientsDetails}. */
    record GetClient(long id) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return Form.of("GetClientsDetails").put("clientid", id);
        }
    }

    /** {@code GetOrders}, one. */
    record GetOrder(long id) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return Form.of("GetOrders").put("id", id);
        }
    }

    /** {@code GetOrders}, a client's. */
    record ListOrders(long client, int start) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return page("GetOrders", client, start);
        }
    }

    /** {@code GetInvoice}. */
    record GetInvoice(long id) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return Form.of("GetInvoice").put("invoiceid", id);
        }
    }

    /** {@code GetInvoices}, a client's. */
    record ListInvoices(long client, int start) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return page("GetInvoices", client, start);
        }
    }

    /**
     * {@code AddOrder} of one product. {@code notes} is not on its page yet; WHMCS has said that it is taken
     * (WHMCS/developer-docs, pull request 297), and nothing here trusts that it is.
     *
     * @param isServer whether the product is a server, whose name goes by {@code hostname}
     */
    record AddOrder(
            long client,
            long product,
            BillingCycle cycle,
            @Nullable DomainName name,
            boolean isServer,
            ActionId action) implements Call {
        @Override
        public Form form(String paymentMethod) {
            var form = Form.of("AddOrder")
                    .put("clientid", client)
                    .put("paymentmethod", paymentMethod)
                    .put("pid[0]", product)
                    .put("billingcycle[0]", cycle.text());
            if (name != null) {
                form.put(isServer ? "hostname[0]" : "domain[0]", name.ascii());
            }
            return form.put("noinvoice", false)
                    .put("noinvoiceemail", false)
                    .put("noemail", false)
                    .put("notes", Mark.of(action));
        }
    }

    /** {@code GenInvoices} for one service. */
    record GenInvoice(long service) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return Form.of("GenInvoices").put("serviceids[0]", service).put("noemails", false);
        }
    }

    /** {@code UpdateInvoice}: the payment method, and whose action it is. */
    record UpdateInvoice(long id, String notes) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return Form.of("UpdateInvoice")
                    .put("invoiceid", id)
                    .put("paymentmethod", paymentMethod)
                    .put("notes", notes);
        }
    }

    /** {@code UpgradeProduct} with {@code calconly}, which changes nothing. */
    record CalculateUpgrade(long service, long product, BillingCycle cycle) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return upgrade(this, paymentMethod).put("calconly", true);
        }
    }

    /**
     * {@code UpgradeProduct}. {@code ordernotes} was on its page in WHMCS's older documentation, and is not on the newer one;
     * nothing here trusts that it is taken.
     */
    record UpgradeProduct(CalculateUpgrade what, ActionId action) implements Call {
        @Override
        public Form form(String paymentMethod) {
            return upgrade(what, paymentMethod)
                    .put("calconly", false)
                    .put(
                            "ordernotes",
                            Mark.of(action, new Mark.Upgraded(what.service(), what.product(), what.cycle())));
        }
    }

    /** What asks for an upgrade's price; empty where one of its ids is none of WHMCS's. */
    static Optional<CalculateUpgrade> calculation(Upgrade upgrade) {
        return Numbers.of(upgrade.service().value())
                .flatMap(service -> Numbers.of(upgrade.to().value())
                        .map(product -> new CalculateUpgrade(service, product, upgrade.cycle())));
    }

    private static Form upgrade(CalculateUpgrade what, String paymentMethod) {
        return Form.of("UpgradeProduct")
                .put("serviceid", what.service())
                .put("paymentmethod", paymentMethod)
                .put("type", "product")
                .put("newproductid", what.product())
                .put("newproductbillingcycle", what.cycle().text());
    }

    private static Form page(String action, long client, int start) {
        return Form.of(action).put("userid", client).put("limitstart", start).put("limitnum", PAGE);
    }
}
