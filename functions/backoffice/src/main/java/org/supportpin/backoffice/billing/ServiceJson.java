package org.supportpin.backoffice.billing;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/** A service as JSON. */
public final class ServiceJson {

    private ServiceJson() {}

    /** {@code {id, customerId, productId, billingCycle, status, nextDueDate, name?, openRenewalInvoiceId?, openUpgradeOrderId?}}. */
    public static Obj write(Service service) {
        var name = service.name();
        return Json.object()
                .put("id", service.id().value())
                .put("customerId", service.customer().value())
                .put("productId", service.product().value())
                .put("billingCycle", service.cycle().text())
                .put("status", Names.of(service.status()))
                .put("nextDueDate", service.nextDue().toString())
                .putIfPresent("name", name == null ? null : name.ascii())
                .putIfPresent(
                        "openRenewalInvoiceId",
                        service.renewalInvoice().map(InvoiceId::value).orElse(null))
                .putIfPresent(
                        "openUpgradeOrderId",
                        service.upgradeOrder().map(OrderId::value).orElse(null))
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<Service> READ = Read.object(fields -> {
        var id = fields.required("id", Read.text(ServiceId::parse));
        var customer = fields.required("customerId", Read.text(CustomerId::parse));
        var product = fields.required("productId", Read.text(ProductId::parse));
        var cycle = fields.required("billingCycle", Read.text(BillingCycle::parse));
        var status = fields.required("status", Names.of(Service.Status.values()));
        var nextDue = fields.required("nextDueDate", Days.READ);
        var name = fields.optional("name", Read.text(DomainName::parse));
        var renewal = fields.optional("openRenewalInvoiceId", Read.text(InvoiceId::parse));
        var upgrade = fields.optional("openUpgradeOrderId", Read.text(OrderId::parse));
        return fields.make(() -> new Service(
                id.get(),
                customer.get(),
                product.get(),
                cycle.get(),
                status.get(),
                nextDue.get(),
                name.orNull(),
                renewal.orNull(),
                upgrade.orNull()));
    });
}
