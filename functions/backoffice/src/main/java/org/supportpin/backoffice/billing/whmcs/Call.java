package org.supportpin.backoffice.billing.whmcs;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.name.DomainName;

/**
 * A request to WHMCS. Only those declared here can be made: no other action, no domain order, and no price, discount or payment method
 * but the configured one.
 */
final class Call {

    /** Records per page. */
    static final int PAGE = 100;

    private final String action;
    private final BiConsumer<Form, String> parameters;

    private Call(String action, BiConsumer<Form, String> parameters) {
        this.action = action;
        this.parameters = parameters;
    }

    /** The name of the API's action. */
    String action() {
        return action;
    }

    /** The request without credentials. */
    Form form(String paymentMethod) {
        var form = Form.of(action);
        parameters.accept(form, paymentMethod);
        return form;
    }

    static Call getProduct(long id) {
        return new Call("GetProducts", (form, _) -> form.put("pid", id));
    }

    static Call listProducts() {
        return new Call("GetProducts", (_, _) -> {});
    }

    static Call listServices(long client, int start) {
        return pageOfClient("GetClientsProducts", client, start);
    }

    static Call listDomains(long client, int start) {
        return pageOfClient("GetClientsDomains", client, start);
    }

    static Call getService(long id) {
        return new Call("GetClientsProducts", (form, _) -> form.put("serviceid", id));
    }

    /** The services for a domain, of all clients. */
    static Call servicesFor(DomainName domain) {
        return new Call(
                "GetClientsProducts",
                (form, _) -> form.put("domain", domain.ascii()).put("limitnum", PAGE));
    }

    static Call getClient(long id) {
        return new Call("GetClientsDetails", (form, _) -> form.put("clientid", id));
    }

    static Call getOrder(long id) {
        return new Call("GetOrders", (form, _) -> form.put("id", id));
    }

    static Call listOrders(long client, int start) {
        return page("GetOrders", client, start);
    }

    static Call getInvoice(long id) {
        return new Call("GetInvoice", (form, _) -> form.put("invoiceid", id));
    }

    static Call listInvoices(long client, int start) {
        return page("GetInvoices", client, start);
    }

    /**
     * An order of one product. {@code notes} is not documented yet; WHMCS has said that it is accepted (WHMCS/developer-docs, pull
     * request 297), but nothing here relies on that.
     *
     * @param isServer a server's name is its {@code hostname}, not a {@code domain}
     */
    static Call addOrder(
            long client,
            long product,
            BillingCycle cycle,
            @Nullable DomainName name,
            boolean isServer,
            ActionId action) {
        return new Call("AddOrder", (form, paymentMethod) -> {
            form.put("clientid", client)
                    .put("paymentmethod", paymentMethod)
                    .put("pid[0]", product)
                    .put("billingcycle[0]", cycle.text());
            if (name != null) {
                form.put(isServer ? "hostname[0]" : "domain[0]", name.ascii());
            }
            form.put("noinvoice", false)
                    .put("noinvoiceemail", false)
                    .put("noemail", false)
                    .put("notes", Mark.of(action));
        });
    }

    /**
     * Without the mail that WHMCS would send at once, because the invoice has the service's payment method until it is changed. The answer
     * names the invoice only if the request names the client.
     */
    static Call generateInvoice(long client, long service) {
        return new Call(
                "GenInvoices",
                (form, _) -> form.put("clientid", client)
                        .put("serviceids[0]", service)
                        .put("noemails", true));
    }

    static Call setPaymentMethod(long invoice) {
        return new Call(
                "UpdateInvoice",
                (form, paymentMethod) -> form.put("invoiceid", invoice).put("paymentmethod", paymentMethod));
    }

    /** Sets a service's admin notes, which customers do not see, unlike an invoice's. */
    static Call setNotes(long service, String notes) {
        return new Call(
                "UpdateClientProduct",
                (form, _) -> form.put("serviceid", service).put("notes", notes));
    }

    /** WHMCS mails an invoice to its client. */
    static Call mailInvoice(long invoice) {
        return new Call(
                "SendEmail",
                (form, _) -> form.put("messagename", "Invoice Created").put("id", invoice));
    }

    /** {@code UpgradeProduct} with {@code calconly}, which changes nothing. */
    static Call calculate(Mark.Upgraded upgrade) {
        return new Call("UpgradeProduct", (form, paymentMethod) -> upgrade(form, upgrade, paymentMethod, true));
    }

    /**
     * Orders an upgrade. {@code ordernotes} is in WHMCS's older documentation but not in the newer; nothing here relies on its being
     * accepted.
     */
    static Call upgrade(Mark.Upgraded upgrade, ActionId action) {
        return new Call(
                "UpgradeProduct",
                (form, paymentMethod) ->
                        upgrade(form, upgrade, paymentMethod, false).put("ordernotes", Mark.of(action, upgrade)));
    }

    private static Form upgrade(Form form, Mark.Upgraded upgrade, String paymentMethod, boolean isCalculation) {
        return form.put("serviceid", upgrade.service())
                .put("paymentmethod", paymentMethod)
                .put("type", "product")
                .put("newproductid", upgrade.product())
                .put("newproductbillingcycle", upgrade.cycle().text())
                .put("calconly", isCalculation);
    }

    private static Call page(String action, long client, int start) {
        return new Call(
                action,
                (form, _) -> form.put("userid", client).put("limitstart", start).put("limitnum", PAGE));
    }

    /** The same for the actions that call the client by another name. */
    private static Call pageOfClient(String action, long client, int start) {
        return new Call(
                action,
                (form, _) ->
                        form.put("clientid", client).put("limitstart", start).put("limitnum", PAGE));
    }
}
