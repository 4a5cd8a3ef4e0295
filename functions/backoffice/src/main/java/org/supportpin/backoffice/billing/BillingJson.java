package org.supportpin.backoffice.billing;

import static org.supportpin.backoffice.json.Texts.CUSTOMER_ID;
import static org.supportpin.backoffice.json.Texts.DAY;
import static org.supportpin.backoffice.json.Texts.DOMAIN_NAME;
import static org.supportpin.backoffice.json.Texts.EMAIL_ADDRESS;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Fields.Field;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.domain.billing.AccountHolder;
import org.supportpin.domain.billing.BankReference;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.billing.Invoice;
import org.supportpin.domain.billing.InvoiceId;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;

public final class BillingJson {

    private static final int MOST_UPGRADES = 1000;
    private static final int LONGEST_NAME = 120;

    public static final Codec<ServiceId> SERVICE_ID = Codec.text(ServiceId::value, ServiceId::parse);

    public static final Codec<ProductId> PRODUCT_ID = Codec.text(ProductId::value, ProductId::parse);

    public static final Codec<OrderId> ORDER_ID = Codec.text(OrderId::value, OrderId::parse);

    public static final Codec<InvoiceId> INVOICE_ID = Codec.text(InvoiceId::value, InvoiceId::parse);

    public static final Codec<BillingCycle> CYCLE = Codec.oneOf(BillingCycle.values());

    private static final Codec<BankReference> REFERENCE =
            Codec.text(BankReference::value, BankReference::new, "This is not a creditor reference.");

    private static final Codec<Language> LANGUAGE = Codec.text(
            Language::tag,
            tag -> Language.of(tag).map(Checked::valid).orElseGet(() -> Checked.faulty("Enter " + tags() + ".")));

    private static final Codec<String> NAME = Codec.text(name -> name, name -> Text.line(name, 1, LONGEST_NAME));

    /** The value is a string with two decimals, so that no reader turns it into a binary fraction. */
    public static final ObjectCodec<Money> MONEY = members -> {
        var value = members.required("value", Codec.string(), Money::amount);
        var currency = members.required(
                "currency", Codec.string(), money -> money.currency().getCurrencyCode());
        return members.then(() -> {
            try {
                return Checked.valid(new Money(new BigDecimal(value.get()), Currency.getInstance(currency.get())));
            } catch (IllegalArgumentException e) {
                return Checked.faulty("This is not an amount of money.");
            }
        });
    };

    /** Greek and English, and whichever further languages the system has words in. */
    public static final ObjectCodec<LocalizedText> TEXT = members -> {
        var greek = members.required("el", Codec.string(), LocalizedText::greek);
        var english = members.required("en", Codec.string(), LocalizedText::english);
        var further = new LinkedHashMap<Language, Field<String>>();
        Language.further()
                .forEach(language -> further.put(
                        language,
                        members.optional(
                                language.tag(),
                                Codec.string(),
                                text -> text.given(language).orElse(null))));
        return members.make(() -> {
            var given = new LinkedHashMap<Language, String>();
            further.forEach((language, text) -> {
                var words = text.orNull();
                if (words != null) {
                    given.put(language, words);
                }
            });
            return new LocalizedText(greek.get(), english.get(), given);
        });
    };

    public static final ObjectCodec<Contact> CONTACT = members -> {
        var name = members.required("name", Codec.string(), Contact::name);
        var email = members.required("email", EMAIL_ADDRESS, Contact::email);
        var language = members.optional("language", LANGUAGE, Contact::language);
        return members.make(() -> new Contact(name.get(), email.get(), language.orNull()));
    };

    public static final ObjectCodec<AccountHolder> HOLDER = members -> {
        var customer = members.required("customerId", CUSTOMER_ID, AccountHolder::customer);
        var name = members.required("name", NAME, AccountHolder::name);
        var language = members.optional("language", LANGUAGE, AccountHolder::language);
        return members.make(() -> new AccountHolder(customer.get(), name.get(), language.orNull()));
    };

    private static final ObjectCodec<Map.Entry<BillingCycle, Money>> PRICE = members -> {
        var cycle = members.required("billingCycle", CYCLE, Map.Entry::getKey);
        var price = members.required("price", MONEY, Map.Entry::getValue);
        return members.make(() -> Map.entry(cycle.get(), price.get()));
    };

    private static final Codec<Map<BillingCycle, Money>> PRICES = PRICE.list(0, BillingCycle.values().length)
            .as(
                    prices -> prices.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    prices -> prices.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .toList());

    private static final Codec<Set<ProductId>> UPGRADES = PRODUCT_ID
            .list(0, MOST_UPGRADES)
            .as(
                    Set::copyOf,
                    ids -> ids.stream()
                            .sorted(Comparator.comparing(ProductId::value))
                            .toList());

    public static final ObjectCodec<Product> PRODUCT = members -> {
        var id = members.required("id", PRODUCT_ID, Product::id);
        var name = members.required("name", TEXT, Product::name);
        var kind = members.required("kind", Codec.oneOf(Product.Kind.values()), Product::kind);
        var onSale = members.required("onSale", Codec.bool(), Product::onSale);
        var prices = members.required("prices", PRICES, Product::prices);
        var upgrades = members.required("upgrades", UPGRADES, Product::upgrades);
        return members.make(
                () -> new Product(id.get(), name.get(), kind.get(), onSale.get(), prices.get(), upgrades.get()));
    };

    public static final ObjectCodec<Service> SERVICE = members -> {
        var id = members.required("id", SERVICE_ID, Service::id);
        var customer = members.required("customerId", CUSTOMER_ID, Service::customer);
        var product = members.required("productId", PRODUCT_ID, Service::product);
        var cycle = members.required("billingCycle", CYCLE, Service::cycle);
        var status = members.required("status", Codec.oneOf(Service.Status.values()), Service::status);
        var nextDue = members.required("nextDueDate", DAY, Service::nextDue);
        var name = members.optional("name", DOMAIN_NAME, Service::name);
        var renewal = members.optional("openRenewalInvoiceId", INVOICE_ID, Service::openRenewal);
        var upgrade = members.optional("openUpgradeOrderId", ORDER_ID, Service::openUpgrade);
        return members.make(() -> new Service(
                id.get(),
                customer.get(),
                product.get(),
                cycle.get(),
                status.get(),
                nextDue.get(),
                name.orNull(),
                renewal.orNull(),
                upgrade.orNull()));
    };

    public static final ObjectCodec<Invoice> INVOICE = members -> {
        var id = members.required("id", INVOICE_ID, Invoice::id);
        var amount = members.required("amount", MONEY, Invoice::amount);
        var reference = members.required("bankReference", REFERENCE, Invoice::reference);
        var due = members.required("dueDate", DAY, Invoice::due);
        return members.make(() -> new Invoice(id.get(), amount.get(), reference.get(), due.get()));
    };

    public static final ObjectCodec<PlacedOrder> PLACED_ORDER = members -> {
        var order = members.required("orderId", ORDER_ID, PlacedOrder::order);
        var invoice = members.required("invoiceId", INVOICE_ID, PlacedOrder::invoice);
        var amount = members.required("amountDue", MONEY, PlacedOrder::amountDue);
        var reference = members.required("bankReference", REFERENCE, PlacedOrder::reference);
        return members.make(() -> new PlacedOrder(order.get(), invoice.get(), amount.get(), reference.get()));
    };

    public static final ObjectCodec<ServiceOrder> SERVICE_ORDER = members -> {
        var customer = members.required("customerId", CUSTOMER_ID, ServiceOrder::customer);
        var product = members.required("productId", PRODUCT_ID, ServiceOrder::product);
        var cycle = members.required("billingCycle", CYCLE, ServiceOrder::cycle);
        var hostname = members.optional("hostname", DOMAIN_NAME, ServiceOrder::hostname);
        var price = members.required("price", MONEY, ServiceOrder::price);
        return members.make(
                () -> new ServiceOrder(customer.get(), product.get(), cycle.get(), hostname.orNull(), price.get()));
    };

    private BillingJson() {}

    private static String tags() {
        return Language.all().stream().map(Language::tag).collect(Collectors.joining(" or "));
    }
}
