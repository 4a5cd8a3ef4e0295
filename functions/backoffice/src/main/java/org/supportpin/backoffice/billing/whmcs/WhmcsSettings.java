package org.supportpin.backoffice.billing.whmcs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.billing.BankReference;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;

/**
 * Where a WHMCS is, what opens it, and what its API does not tell.
 *
 * @param endpoint of the folder in which {@code includes/api.php} lies
 * @param accessKey null where the caller's address is allowed instead
 * @param paymentMethod the bank transfer's system name; every order and invoice gets this one
 * @param currency that customers are served in; the others are not
 * @param addedVat what WHMCS adds to its prices, in percent; 0 where they include it
 * @param products on sale by telephone, and what each can become: WHMCS tells neither
 * @param reference how bank transfers name an invoice
 */
public record WhmcsSettings(
        Endpoint endpoint,
        SecretReference identifier,
        SecretReference secret,
        @Nullable SecretReference accessKey,
        String paymentMethod,
        Currency currency,
        BigDecimal addedVat,
        Map<ProductId, Set<ProductId>> products,
        Reference reference) {

    private static final int MOST_PRODUCTS = 1000;
    private static final int LONGEST_NUMBER = 21;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * How the number of a creditor reference (ISO 11649) is made of an invoice's id.
     *
     * @param prefix digits and capital letters before the id
     * @param digits how many the id has at least, zeros before it
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
        return fields.make(
                () -> new OnSale(id.get(), Set.copyOf(Objects.requireNonNullElse(upgrades.orNull(), List.of()))));
    });

    public static final Read<WhmcsSettings> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        var identifier = fields.required("identifier", SecretReference.READ);
        var secret = fields.required("secret", SecretReference.READ);
        var accessKey = fields.optional("accessKey", SecretReference.READ);
        var method = fields.required(
                "paymentMethod", matching("[a-z0-9_]{1,50}", "Give the gateway's system name, such as banktransfer."));
        var currency = fields.optional("currency", Read.text(WhmcsSettings::currency));
        var addedVat = fields.required(
                "addedVat",
                matching(
                        "[0-9]{1,2}([.][0-9]{1,2})?",
                        "Give a percentage such as \"24\", or \"0\" where WHMCS's prices include VAT."));
        var products = fields.required("products", Read.list(ON_SALE, 0, MOST_PRODUCTS));
        var prefix = fields.optional(
                "referencePrefix", matching("[0-9A-Z]{0,11}", "Give at most 11 digits or capital letters."));
        var digits = fields.optional("referenceDigits", Read.integer(1, LONGEST_NUMBER));
        var reference = new Reference(
                Objects.requireNonNullElse(prefix.orNull(), ""), Objects.requireNonNullElse(digits.orNull(), 1));
        if (reference.prefix().length() + reference.digits() > LONGEST_NUMBER) {
            fields.fault(
                    new Fault("/referenceDigits", "A reference has at most 21 digits or letters, with its prefix."));
        }
        return fields.make(() -> new WhmcsSettings(
                endpoint.get(),
                identifier.get(),
                secret.get(),
                accessKey.orNull(),
                method.get(),
                Objects.requireNonNullElse(currency.orNull(), Money.EUR),
                new BigDecimal(addedVat.get()),
                products.get().stream()
                        .collect(Collectors.toMap(OnSale::id, OnSale::upgrades, (first, second) -> second)),
                reference));
    });

    public WhmcsSettings {
        products = Map.copyOf(products);
    }

    /** What a customer pays where WHMCS has this price, rounded half up; empty where that is no price. */
    Optional<Money> price(BigDecimal listed) {
        return listed.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Money(
                        listed.multiply(HUNDRED.add(addedVat)).divide(HUNDRED, 2, RoundingMode.HALF_UP), currency));
    }

    private static Checked<ProductId> product(String text) {
        return Numbers.of(text).isPresent()
                ? Checked.valid(new ProductId(text))
                : Checked.faulty("Give the product's id in WHMCS, such as \"12\".");
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
        return Checked.faulty("Give the code of a currency with cents, such as EUR.");
    }

    private static Read<String> matching(String form, String how) {
        return Read.text(text -> text.matches(form) ? Checked.valid(text) : Checked.faulty(how));
    }
}
