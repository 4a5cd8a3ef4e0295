package org.supportpin.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.supportpin.domain.identity.Language;

/**
 * An amount to be paid, taxes included.
 *
 * @param value not negative, with exactly two decimals
 * @param currency one with cents
 */
public record Money(BigDecimal value, Currency currency) {

    public static final Currency EUR = Currency.getInstance("EUR");
    private static final int CENTS = 2;

    /**
     * @throws IllegalArgumentException if the value is negative or finer than a cent, or the currency has no cents
     */
    public Money {
        if (value.signum() < 0
                || value.stripTrailingZeros().scale() > CENTS
                || currency.getDefaultFractionDigits() != CENTS) {
            throw new IllegalArgumentException("not an amount of money in cents");
        }
        value = value.setScale(CENTS, RoundingMode.UNNECESSARY);
    }

    /** An amount such as {@code 73.78}. */
    public static Money euros(String value) {
        return new Money(new BigDecimal(value), EUR);
    }

    /** The value with its two decimals: {@code 73.78}. */
    public String amount() {
        return value.toPlainString();
    }

    /**
     * For people: {@code 73,78 €} in Greek, {@code €73.78} in English, elsewhere as the locale has it, but with plain spaces: an SMS
     * has no others. Other currencies are shown with their code.
     */
    public String in(Language language) {
        var sign = currency.equals(EUR) ? "€" : currency.getCurrencyCode() + " ";
        return switch (language.tag()) {
            case "el" -> amount().replace('.', ',') + " " + sign.strip();
            case "en" -> sign + amount();
            default -> inLocale(language.locale());
        };
    }

    private String inLocale(Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        return format.format(value).replaceAll("\\p{Z}", " ");
    }

    @Override
    public String toString() {
        return amount() + " " + currency.getCurrencyCode();
    }
}
