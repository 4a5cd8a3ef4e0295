package org.supportpin.backoffice.billing;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.BankReference;
import org.supportpin.domain.billing.Invoice;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.check.Checked;

/** An invoice as JSON: {@code {id, amount, bankReference, dueDate}}. */
public final class InvoiceJson {

    private InvoiceJson() {}

    public static Obj write(Invoice invoice) {
        return Json.object()
                .put("id", invoice.id().value())
                .put("amount", MoneyJson.write(invoice.amount()))
                .put("bankReference", invoice.reference().value())
                .put("dueDate", invoice.due().toString())
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<Invoice> READ = Read.object(fields -> {
        var id = fields.required("id", Read.text(InvoiceId::parse));
        var amount = fields.required("amount", MoneyJson.READ);
        var reference = fields.required("bankReference", Read.text(InvoiceJson::reference));
        var due = fields.required("dueDate", Days.READ);
        return fields.make(() -> new Invoice(id.get(), amount.get(), reference.get(), due.get()));
    });

    static Checked<BankReference> reference(String text) {
        try {
            return Checked.valid(new BankReference(text));
        } catch (IllegalArgumentException e) {
            return Checked.faulty("This is no creditor reference.");
        }
    }
}
