package org.supportpin.backoffice.billing;

import java.math.BigDecimal;
import java.util.Currency;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.money.Money;

/**
 * An amount as JSON: {@code {"value": "73.78", "currency": "EUR"}}. The value is a string with two decimals, so that no reader
 * makes a binary fraction of it.
 */
public final class MoneyJson {

    private MoneyJson() {}

    public static Obj write(Money money) {
        return Json.object()
                .put("value", money.amount())
                .put("currency", money.currency().getCurrencyCode())
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<Money> READ = Read.object(fields -> {
        var value = fields.required("value", Read.string());
        var currency = fields.required("currency", Read.string());
        return fields.then(() -> money(value.get(), currency.get()));
    });

    private static Checked<Money> money(String value, String currency) {
        try {
            return Checked.valid(new Money(new BigDecimal(value), Currency.getInstance(currency)));
        } catch (IllegalArgumentException e) {
            return Checked.faulty("This is no amount of money.");
        }
    }
}
