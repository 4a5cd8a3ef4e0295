package org.supportpin.backoffice.billing.whmcs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.BankReference;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.money.Money;

/**
 * A WHMCS installation, and what its API does not say.
 *
 * @param paymentMethod the system name of bank transfer, used for every order and invoice
 * @param currency the only one in which customers are served
 * @param addedVat the VAT that WHMCS adds to its prices, in percent; 0 if they include it
 * @param products that are on sale by telephone, with their upgrades
 * @param reference how an invoice is referenced in a bank transfer
 */
public record WhmcsSettings(
        WhmcsAccess access,
        String paymentMethod,
        Currency currency,
        BigDecimal addedVat,
        Map<ProductId, Set<ProductId>> products,
        Reference reference) {

    private static final int MOST_PRODUCTS = 1000;
    private static final int LONGEST_NUMBER = 21;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * How a creditor reference (ISO 11649) is made from an invoice's id.
     *
     * @param prefix digits and capital letters before the id
     * @param digits to which the id is padded with zeros
     */
    public record Reference(String prefix, int digits) {

        BankReference of(long invoice) {
            return BankReference.of(prefix + ("%0" + digits + "d").formatted(invoice));
        }
    }

    private record OnSale(ProductId id, Set<ProductId> upgrades) {}

    private static final Read<ProductId> PRODUCT = Read.text(WhmcsSettings::product);

    private static final Read<OnSale> ON_SALE = Read.object(fields -> {
        var id = fields.required("id", PRODUCT);
        var upgrades = fields.optional("upgrades", Read.list(PRODUCT, 0, MOST_PRODUCTS));
        return fields.make(() -> new OnSale(id.get(), Set.copyOf(upgrades.orElse(List.of()))));
    });

    public static final Read<WhmcsSettings> READ = Read.object(fields -> {
        var access = WhmcsAccess.in(fields);
        var method = fields.required(
                "paymentMethod",
                Read.matching("[a-z0-9_]{1,50}", "Enter the gateway's system name, for example banktransfer."));
        var currency = fields.optional("currency", Read.text(WhmcsSettings::currency));
        var addedVat = fields.required(
                "addedVat",
                Read.matching(
                        "[0-9]{1,2}([.][0-9]{1,2})?",
                        "Enter a percentage, for example \"24\", or \"0\" if WHMCS prices include VAT."));
        var products = fields.required("products", Read.list(ON_SALE, 0, MOST_PRODUCTS));
        var prefix = fields.optional(
                "referencePrefix", Read.matching("[0-9A-Z]{0,11}", "Enter at most 11 digits or capital letters."));
        var digits = fields.optional("referenceDigits", Read.integer(1, LONGEST_NUMBER));
        var reference = new Reference(prefix.orElse(""), digits.orElse(1));
        if (reference.prefix().length() + reference.digits() > LONGEST_NUMBER) {
            fields.fault(new Fault(
                    "/referenceDigits", "A reference has at most 21 digits or letters, including its prefix."));
        }
        return fields.make(() -> new WhmcsSettings(
                access.get(),
                method.get(),
                currency.orElse(Money.EUR),
                new BigDecimal(addedVat.get()),
                products.get().stream()
                        .collect(Collectors.toMap(OnSale::id, OnSale::upgrades, (first, second) -> second)),
                reference));
    });

    public WhmcsSettings {
        products = Map.copyOf(products);
    }

    /** What a customer pays for a price in WHMCS, rounded half up; empty unless that is positive. */
    Optional<Money> price(BigDecimal listed) {
        return listed.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Money(
                        listed.multiply(HUNDRED.add(addedVat)).divide(HUNDRED, 2, RoundingMode.HALF_UP), currency));
    }

    private static Checked<ProductId> product(String text) {
        return Numbers.of(text).isPresent()
                ? Checked.valid(new ProductId(text))
                : Checked.faulty("Enter the product's ID in WHMCS, for example \"12\".");
    }

    private static Checked<Currency> currency(String text) {
        Function<Currency, Checked<Currency>> judge =
                found -> found.getDefaultFractionDigits() == 2 ? Checked.valid(found) : noCurrency();
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(text))
                .findFirst()
                .map(judge)
                .orElseGet(WhmcsSettings::noCurrency);
    }

    private static Checked<Currency> noCurrency() {
        return Checked.faulty("Enter the code of a currency with cents, for example EUR.");
    }
}
